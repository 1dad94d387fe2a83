pragma Singleton
import QtQml

// Telephone numbers as people read them: +998 90 123 45 67.
QtObject {
    // of bare digits, also of the first few of them
    function grouped(number: string): string {
        if (!number.startsWith("998"))
            return number.length > 0 ? "+" + number : "";
        let words = "+998";
        for (const from of [3, 5, 8, 10]) {
            if (number.length > from)
                words += " " + number.slice(from, from === 5 ? 8 : from === 10 ? 15 : from + 2);
        }
        return words;
    }

    // anything else, an address or a name, stays as it is
    function readable(text: string): string {
        return /^\+?\d{10,15}$/.test(text) ? grouped(text.replace("+", "")) : text;
    }
}
