"""What was written in the client, and what it said of each message."""

PENDING = ("Sending", "Failed", "Undecided")


class Written:
    def __init__(self, number, conversation, body):
        self.number = number
        self.conversation = conversation
        self.body = body
        self.temp_id = ""
        self.state = ""       # as last told
        self.accepted = False  # shown as being sent: from here on it must not be lost
        self.stopped = False  # shown as failed or undecided: others went before it
        self.unheard = False  # the program was killed before it took the order


class Journal:
    def __init__(self):
        self.messages = []
        self.peak = 0  # most messages on their way at one time
        self.revived = []  # shown as failed, and on their way again by themselves
        self._by_temp = {}

    def write(self, conversation, body):
        self.messages.append(Written(len(self.messages), conversation, body))
        return self.messages[-1]

    def hear(self, fact):
        if fact["is"] == "asked":
            message = self.messages[fact["number"]]
            message.temp_id = fact["tempId"]
        else:
            message = self._by_temp.get(fact["tempId"])
            if message is None:
                message = self._claim(fact)
            # What is undecided may be looked for once more where the disk was read-only.
            if message.state == "Failed" and fact["state"] == "Sending":
                self.revived.append(message)
            message.state = fact["state"]
            message.stopped = message.stopped or message.state in ("Failed", "Undecided")
            message.accepted = message.accepted or fact["state"] in ("Sending", "Sent", "Read")
            self.peak = max(self.peak, self.count("Sending"))
        self._by_temp[fact["tempId"]] = message

    def _claim(self, fact):
        # Told before the answer to the order: the oldest such message that has no temp id yet.
        for message in self.messages:
            if (not message.temp_id and not message.unheard and str(message.conversation) == fact["conversation"]
                    and message.body == fact["body"]):
                message.temp_id = fact["tempId"]
                return message
        raise RuntimeError(f"the client shows what nobody wrote: {fact}")

    def count(self, state):
        return sum(1 for message in self.messages if message.state == state)

    def accepted(self):
        return [message for message in self.messages if message.accepted]

    def end_of_life(self):
        """The program ended. What it said last holds no more: the next one says it anew."""
        for message in self.messages:
            message.unheard = message.unheard or not message.temp_id
            if message.state == "Sending":
                message.state = ""

    def waits(self):
        """Whether an order was not taken yet, or something is on its way."""
        return any(message.state == "Sending" or not (message.temp_id or message.unheard)
                   for message in self.messages)

    def not_accepted(self):
        return [message for message in self.messages
                if not message.accepted and not message.unheard]
