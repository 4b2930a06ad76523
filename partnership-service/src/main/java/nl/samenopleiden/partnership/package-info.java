/**
 * Boards, schools, their people, and what boards and pabos agree with each other. Each folder is
 * one capability; start at the one that is named after what you look for.
 */
@NullMarked
package nl.samenopleiden.partnership;

import org.jspecify.annotations.NullMarked;
