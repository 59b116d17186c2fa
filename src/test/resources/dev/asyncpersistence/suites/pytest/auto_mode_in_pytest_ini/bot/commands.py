from .store import CoinStore


def balance_text(store: CoinStore, user, bonus=0):
    balance = store.get(user)
    return f"{user} has {balance + bonus} coins"


async def on_balance(store: CoinStore, ctx):
    await ctx.send(balance_text(store, ctx.author))
