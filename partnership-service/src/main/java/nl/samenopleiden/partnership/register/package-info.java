/**
 * The national register of school locations (published by DUO as open data): importing it, again
 * and again, as boards and schools. Start at {@link
 * nl.samenopleiden.partnership.register.RegisterImport}.
 */
@NullMarked
package nl.samenopleiden.partnership.register;

import org.jspecify.annotations.NullMarked;
