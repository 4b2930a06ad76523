/**
 * Reading files of separated values (CSV) in the background, line by line, losing nothing else to a
 * bad line: one mechanism for every kind of row. Start at {@link
 * nl.samenopleiden.platform.importing.Imports}; what a kind of row needs stands in {@link
 * nl.samenopleiden.platform.importing.ImportKind}.
 */
@NullMarked
package nl.samenopleiden.platform.importing;

import org.jspecify.annotations.NullMarked;
