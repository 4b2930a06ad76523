/**
 * Starting, watching and stopping the processes of the platform. {@link
 * nl.samenopleiden.local.platform.PlatformPlan} says which processes there are and with what they
 * run, {@link nl.samenopleiden.local.platform.Supervisor} keeps them running, {@link
 * nl.samenopleiden.local.platform.StateFile} tells other commands about them, and {@link
 * nl.samenopleiden.local.platform.Training} makes the JVM's caches with which they start fast.
 */
@NullMarked
package nl.samenopleiden.local.platform;

import org.jspecify.annotations.NullMarked;
