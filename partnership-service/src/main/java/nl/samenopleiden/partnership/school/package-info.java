/**
 * Schools (locations) as the national register knows them, owned by their boards. Start at {@link
 * nl.samenopleiden.partnership.school.School}.
 */
@NullMarked
package nl.samenopleiden.partnership.school;

import org.jspecify.annotations.NullMarked;
