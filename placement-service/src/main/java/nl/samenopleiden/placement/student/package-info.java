/**
 * The students of a pabo: who they are, and where each is placed in which period. The deciding is
 * in {@link nl.samenopleiden.placement.student.Student}; start at {@link
 * nl.samenopleiden.placement.student.Students}. Nobody outside the pabo sees what is here.
 */
@NullMarked
package nl.samenopleiden.placement.student;

import org.jspecify.annotations.NullMarked;
