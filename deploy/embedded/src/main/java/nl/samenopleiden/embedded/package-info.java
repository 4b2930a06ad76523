/**
 * What Samen needs around it when nothing is installed but a JDK: Apache Kafka's own broker ({@link
 * nl.samenopleiden.embedded.EmbeddedBroker}) and a server that speaks MongoDB's protocol ({@link
 * nl.samenopleiden.embedded.EmbeddedDatabase}). On many machines the real engines take their place.
 *
 * <p>The database is mongo-java-server for the protocol and the query language, with a store of our
 * own beneath it, because its H2 backend as shipped loses acknowledged writes when it is killed and
 * scans a collection for almost every query: documents live decoded in memory, every change goes to
 * an H2 MVStore file as BSON, and no reply leaves before what it tells is in the file. Start
 * reading at {@link nl.samenopleiden.embedded.DocumentCollection} and {@link
 * nl.samenopleiden.embedded.DocumentFile}.
 */
@NullMarked
package nl.samenopleiden.embedded;

import org.jspecify.annotations.NullMarked;
