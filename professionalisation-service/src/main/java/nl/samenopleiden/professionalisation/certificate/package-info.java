/**
 * What somebody keeps of a course that is over: a certificate to print, a badge for a wallet, hours
 * on a list. {@link nl.samenopleiden.professionalisation.certificate.Certificate} follows {@code
 * attendance}; {@link nl.samenopleiden.professionalisation.certificate.PublicApi} is what everybody
 * may read without signing in, and no more than the certificate itself says.
 */
@NullMarked
package nl.samenopleiden.professionalisation.certificate;

import org.jspecify.annotations.NullMarked;
