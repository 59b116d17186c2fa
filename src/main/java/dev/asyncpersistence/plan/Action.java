package dev.asyncpersistence.plan;

/** What is done with a call site. */
public enum Action {
    /** Await the async layer's method. */
    AWAIT_ASYNC_LAYER,
    /** Await the coroutine that the same object offers. */
    AWAIT_VARIANT,
    /** Run the sync method on a thread: {@code await asyncio.to_thread(...)}. */
    TO_THREAD,
    /** Leave the call as it is. */
    KEEP;

    public boolean isEdit() {
        return this != KEEP;
    }
}
