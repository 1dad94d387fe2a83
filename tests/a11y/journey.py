#!/usr/bin/env python3
"""Logs in, looks at every page, sends a message through AT-SPI alone; every control has a name."""

import sys
import traceback

from desk import Desk, Lost

problems = []


def page(desk, name, least):
    """Looks at the page that is up: at least so many things of it can be acted on, all named."""
    unnamed = desk.unnamed()
    problems.extend(f"{name}: {each} has no name" for each in unnamed)
    count = sum(1 for _ in desk.nodes())
    if count < least:
        problems.append(f"{name}: only {count} nodes, {least} wanted")
    print(f"page {name}: {count} nodes, {len(unnamed)} without a name")


MENU_ITEM = "push button"

# Each section of the settings, and what stands only there.
SECTIONS = {"Appearance": "Theme", "Notifications": "Play a sound", "Language": "Oʻzbekcha",
            "Server and account": "Account", "Storage": "On this computer", "Keyboard": "Enter sends",
            "Diagnostics": "Copy for support", "About Suhbat": "Version"}


def over_login(desk):
    desk.press("push button", "Server…")
    desk.see("text", "Server address")
    page(desk, "server", 12)
    desk.press("push button", "Close")
    desk.gone("text", "Server address")


def ordered(desk, name, least):
    """The rows of a list are read from top to bottom, whatever came and moved."""
    desk.until(f"the rows of {name} from top to bottom", lambda: not desk.jumbled(name) or None)
    count = len(desk.rows(name))
    if count < least:
        problems.append(f"{name}: only {count} rows, {least} wanted")


def by_keys(desk):
    """What the keyboard opens over the list."""
    # X11 has it for "delete to the end of the line", and this is where the keyboard is after the login.
    desk.write("text", "Search conversations", "i")
    desk.key("k", "Control_L")
    desk.see("text", "Go to a conversation")
    page(desk, "switcher", 20)
    rows = len(desk.rows("Conversations"))
    desk.write("text", "Go to a conversation", "mal")
    desk.until("fewer rows", lambda: len(desk.rows("Conversations")) < rows)
    desk.key("Escape")
    desk.gone("text", "Go to a conversation")
    desk.key("Escape")  # what was looked for
    desk.key("slash", "Control_L")
    desk.see("label", "Go to a conversation: Ctrl+K")
    page(desk, "shortcuts", 30)
    desk.press("push button", "Close")
    desk.gone("label", "Go to a conversation: Ctrl+K")
    usual = desk.row_height("Conversations")
    desk.key("equal", "Control_L", "Shift_L")  # what Ctrl and plus is on most keyboards
    desk.until("larger rows", lambda: desk.row_height("Conversations") > usual)
    desk.key("0", "Control_L")
    desk.until("rows as before", lambda: desk.row_height("Conversations") == usual)
    desk.focus("list", "Conversations")
    desk.key("Menu")
    desk.see(MENU_ITEM, "Mute")
    page(desk, "menu of a conversation", 20)
    desk.key("Escape")
    desk.gone(MENU_ITEM, "Mute")


def over_list(desk):
    """What lies over the list of conversations."""
    desk.press("push button", "New conversation")
    desk.see("text", "Search people")
    page(desk, "new chat", 12)
    desk.press("push button", "Close")
    desk.gone("text", "Search people")
    desk.press("push button", "Menu")
    page(desk, "menu", 10)
    desk.press("push button", "Settings")
    for section, words in SECTIONS.items():
        desk.press("push button", section)
        desk.until(f"{section}: {words}", lambda: any(n.name.startswith(words) for n, _ in desk.nodes()))
        page(desk, section, 12)
    desk.press("push button", "Close")
    desk.gone("push button", "Appearance")


def over_chat(desk):
    """What lies over a conversation with a picture."""
    desk.press("list item", "Ольга Лебедева")
    desk.see("push button", "Picture delivery-times.png")
    page(desk, "pictures", 20)
    desk.press("push button", "Picture delivery-times.png")
    desk.see("image", "Picture delivery-times.png, 1 of 1")
    page(desk, "viewer", 6)
    desk.press("push button", "Close")
    desk.gone("image", "Picture delivery-times.png")
    desk.focus("list", "Messages")
    desk.key("Up")
    desk.key("Menu")
    desk.see(MENU_ITEM, "Copy")
    page(desk, "menu of a message", 20)
    desk.key("Escape")
    desk.gone(MENU_ITEM, "Copy")
    desk.press("push button", "Search in the conversation")
    desk.see("push button", "End the search")
    page(desk, "search", 20)
    desk.press("push button", "End the search")
    desk.gone("push button", "End the search")


def main():
    desk = Desk(sys.argv[1])
    try:
        desk.start()
        desk.see("push button", "Log in")
        page(desk, "login", 8)
        over_login(desk)
        desk.write("text", "Phone number", "998900000001")
        desk.write("password text", "Password", "demo-pass")
        desk.press("push button", "Log in")
        desk.see("list item", "Kim Ito")
        page(desk, "conversations", 12)
        desk.take_the_keyboard()
        by_keys(desk)
        over_list(desk)
        over_chat(desk)
        desk.press("list item", "Lee Park")
        desk.see("text", "Message")
        page(desk, "conversation", 20)
        desk.write("text", "Message", "Can you hear this?")
        desk.press("push button", "Send")
        desk.until("the sent message as a sentence", lambda: next(
            (n for n, _ in desk.nodes() if n.getRoleName() == "list item" and
             "Can you hear this?" in n.name and "sent" in n.name), None))
        print("sent a message")
        heard = desk.listen("object:property-change:accessible-name")
        desk.lee_says(13, "Loud and clear!")
        desk.until("the answer to be read aloud", lambda: "Lee Park: Loud and clear!" in heard())
        print("an answer was read aloud")
        ordered(desk, "Messages", 6)
        ordered(desk, "Conversations", 9)
        desk.press("push button", "Emoji")
        desk.see("text", "Search emoji")
        page(desk, "emoji", 60)
    except Lost as lost:
        problems.append(str(lost))
    except Exception:
        problems.append(traceback.format_exc())
    finally:
        desk.stop()
    print("\n".join(problems) or "a11y: ok")
    return 1 if problems else 0


sys.exit(main())
