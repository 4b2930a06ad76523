/**
 * The demonstration world: a fictional pabo, boards, schools and people, of the founding user's
 * size and the same on every run. Start reading at {@link nl.samenopleiden.local.demo.DemoWorld}.
 */
@org.jspecify.annotations.NullMarked
package nl.samenopleiden.local.demo;
