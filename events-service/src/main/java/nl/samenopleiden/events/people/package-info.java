/**
 * Whom an evening may concern: this service's own small copies of what partnership-service and
 * placement-service tell about colleagues, students, schools and organisations. Start at {@link
 * nl.samenopleiden.events.people.People}.
 */
@NullMarked
package nl.samenopleiden.events.people;

import org.jspecify.annotations.NullMarked;
