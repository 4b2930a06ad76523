/** The telling of the story. */
@org.jspecify.annotations.NullMarked
package nl.samenopleiden.local.story;
