package dev.asyncpersistence.layer;

/** No layer is found, or an option names one that isn't there. The message says what to do. */
public final class LayerNotFoundException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public LayerNotFoundException(String message) {
        super(message);
    }
}
