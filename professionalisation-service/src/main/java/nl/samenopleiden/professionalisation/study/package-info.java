/**
 * Personal-development modules: offer that one follows at one's own pace, without sessions and
 * without a limited number of seats. {@link nl.samenopleiden.professionalisation.study.StudyModule}
 * is what a pabo offers, {@link nl.samenopleiden.professionalisation.study.Study} how far one
 * person is with it. Who finishes has {@link
 * nl.samenopleiden.professionalisation.study.StudiesDone} that count as hours.
 */
@NullMarked
package nl.samenopleiden.professionalisation.study;

import org.jspecify.annotations.NullMarked;
