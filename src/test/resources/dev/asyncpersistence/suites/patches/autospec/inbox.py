import mailbox_store


async def unread(key):
    count = mailbox_store.count(key)
    return mailbox_store.label(count)
