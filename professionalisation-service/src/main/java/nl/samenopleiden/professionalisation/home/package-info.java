/** This service's part of the home page: the next thing to do for whoever looks. */
@NullMarked
package nl.samenopleiden.professionalisation.home;

import org.jspecify.annotations.NullMarked;
