/**
 * Pabos (teacher-training colleges) that take part. Start at {@link
 * nl.samenopleiden.partnership.pabo.Pabo}.
 */
@NullMarked
package nl.samenopleiden.partnership.pabo;

import org.jspecify.annotations.NullMarked;
