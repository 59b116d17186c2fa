from app.db import Database


def create(db: Database, name, karma=0):
    db.run("insert into users values (?, ?)", name, karma)


def karma_of(db: Database, name):
    rows = db.run("select karma from users where name = ?", name)
    return rows[0][0] if rows else None


async def thank(db: Database, name):
    karma = karma_of(db, name)
    if karma is None:
        create(db, name, 1)
    else:
        db.run("update users set karma = ? where name = ?", karma + 1, name)
