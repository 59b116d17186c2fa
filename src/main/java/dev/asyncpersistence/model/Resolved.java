package dev.asyncpersistence.model;

/** A value and how it was found. */
public record Resolved(Value value, Evidence evidence) {

    /** How a value was found, the strongest first. */
    public enum Evidence {
        /** A definition, an import or a type annotation says so. */
        DECLARED,
        /** An assignment leads to it. */
        ASSIGNED,
        /** A caller passes it as an argument. */
        PASSED,
        /** An attribute of this name is assigned it, on an object whose class is not known. */
        SAME_ATTRIBUTE,
        /** Only the name agrees. */
        SAME_NAME;

        public Evidence weaker(Evidence other) {
            return compareTo(other) >= 0 ? this : other;
        }
    }

    Resolved atMost(Evidence limit) {
        return new Resolved(value, evidence.weaker(limit));
    }
}
