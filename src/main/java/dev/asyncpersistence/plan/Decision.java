package dev.asyncpersistence.plan;

import dev.asyncpersistence.model.CallSite;

/**
 * What is done with one call on a layer, and why.
 *
 * @param detail what the reason refers to: the missing parameter, the chain to the driver; may be empty
 * @param target what to await: the async layer's method with the expression that reaches it ({@code self.async_persistence.get_player_by_id}), or
 *     the name of the same object's coroutine; empty for other actions
 */
public record Decision(LayerCall call, Action action, Reason reason, String detail, String target, Priority priority) {
    public CallSite site() {
        return call.site();
    }

    /** Whether the call is made on the event loop's thread and blocks it, directly or in a sync function. */
    public boolean blocks() {
        return call.method() != null
                && call.method().kind() == dev.asyncpersistence.layer.LayerMethod.Kind.BLOCKING
                && !call.onAsyncLayer()
                && reason != Reason.OFF_LOOP;
    }
}
