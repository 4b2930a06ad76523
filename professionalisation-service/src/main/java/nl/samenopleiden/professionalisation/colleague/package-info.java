/**
 * The people of boards, as partnership-service tells of them: for a school leader who registers
 * colleagues. {@link nl.samenopleiden.professionalisation.colleague.Colleagues} keeps the copy.
 */
@NullMarked
package nl.samenopleiden.professionalisation.colleague;

import org.jspecify.annotations.NullMarked;
