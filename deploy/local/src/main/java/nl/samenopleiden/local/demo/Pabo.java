package nl.samenopleiden.local.demo;

/**
 * A teacher-training college.
 *
 * @param code the short name in tokens
 * @param name the name that people see
 */
public record Pabo(String code, String name) {}
