package nl.samenopleiden.local.demo;

/**
 * A school board.
 *
 * @param number the board's number in the national register
 * @param name the name that people see; not in the register
 * @param town where most of its schools are
 * @param mailDomain what the addresses of its people end in
 */
public record Board(String number, String name, String town, String mailDomain) {}
