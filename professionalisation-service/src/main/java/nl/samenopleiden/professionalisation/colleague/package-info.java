/**
 * The people of boards, as partnership-service tells of them: for a school leader who registers
 * colleagues, or is asked about them. {@link
 * nl.samenopleiden.professionalisation.colleague.Colleagues} keeps the copy.
 */
@NullMarked
package nl.samenopleiden.professionalisation.colleague;

import org.jspecify.annotations.NullMarked;
