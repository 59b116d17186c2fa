package dev.asyncpersistence.plan;

import dev.asyncpersistence.model.CallSite;

/**
 * A call of a method that a layer has, on something of which nobody could say what it is.
 *
 * @param methodName the method called
 */
public record UnresolvedReceiver(CallSite site, String methodName) {}
