from box import Box


class Mailer:
    def __init__(self, box: Box, printer):
        self.box = box
        self.printer = printer

    async def remind(self, keys):
        for key in keys:
            self.printer(key)
            self.box.note(key, text="late")
