/**
 * What every page and API shares: who may call it, problem details, layout, language. Start at
 * {@link nl.samenopleiden.platform.web.Allowed}.
 */
@NullMarked
package nl.samenopleiden.platform.web;

import org.jspecify.annotations.NullMarked;
