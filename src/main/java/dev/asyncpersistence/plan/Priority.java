package dev.asyncpersistence.plan;

/** How soon a call site should be migrated. */
public enum Priority {
    /** Reached from a request, a message or a periodic task: every user waits for it. */
    HIGH,
    /** Not known to be reached from an entry point. */
    MEDIUM,
    /** Reached only while the server starts. */
    LOW
}
