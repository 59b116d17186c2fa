from bans import bans


def greeting(user):
    reason = bans.reason(user)
    return f"{user} is banned: {reason}" if reason else f"hello {user}"


async def on_member_join(member):
    await member.send(greeting(member.name))
