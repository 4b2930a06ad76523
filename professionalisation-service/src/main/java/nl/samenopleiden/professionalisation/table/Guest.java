package nl.samenopleiden.professionalisation.table;

/**
 * Somebody who needs a chair.
 *
 * @param person the token's opaque subject
 * @param organisation the text form of the person's board or pabo
 */
record Guest(String person, String organisation) {}
