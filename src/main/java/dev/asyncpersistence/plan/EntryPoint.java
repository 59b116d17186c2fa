package dev.asyncpersistence.plan;

import dev.asyncpersistence.model.FunctionModel;

/** A function that the framework, the event loop or the operating system calls. */
public record EntryPoint(FunctionModel function, Kind kind) {
    public enum Kind {
        /** A web request or websocket. */
        REQUEST,
        /** A command, event or message. */
        MESSAGE,
        /** A task that repeats itself. */
        PERIODIC,
        /** Runs once, before anybody is served. */
        STARTUP;

        public boolean isCritical() {
            return this != STARTUP;
        }
    }
}
