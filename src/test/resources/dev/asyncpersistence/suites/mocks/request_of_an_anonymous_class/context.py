class RequestContext:
    """Looks like a request to the commands."""

    def __init__(self, state):
        self.app = type("SocketApp", (), {"state": state})()
