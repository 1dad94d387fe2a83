import QtQuick
import Suhbat.App
import Suhbat.Controls
import Suhbat.Theme

// Phone, e-mail or user name, as the server wants it. A phone number is grouped while one types
// (+998 90 123 45 67) and handed on as bare digits.
InputField {
    id: control

    required property int kind
    readonly property bool phone: kind === SessionFace.Phone
    readonly property string value: phone ? international(digits(text)) : text.trim()

    label: phone ? qsTr("Phone number") : kind === SessionFace.Email ? qsTr("E-mail") : qsTr("User name")
    placeholder: phone ? "+998 90 123 45 67" : kind === SessionFace.Email ? "name@example.com" : ""
    field.maximumLength: phone ? 24 : 254
    field.inputMethodHints: phone ? Qt.ImhDialableCharactersOnly : kind === SessionFace.Email ? Qt.ImhEmailCharactersOnly : Qt.ImhNoAutoUppercase | Qt.ImhNoPredictiveText

    function digits(words: string): string {
        return words.replace(/\D/g, "").slice(0, 15);
    }

    // nine digits are a number at home
    function international(number: string): string {
        return number.length === 9 ? "998" + number : number;
    }

    function put(words: string) {
        text = phone ? PhoneText.grouped(digits(words)) : words;
    }

    Connections {
        target: control.field
        function onTextEdited() {
            if (!control.phone)
                return;
            const before = control.digits(control.text.slice(0, control.field.cursorPosition)).length;
            const now = PhoneText.grouped(control.digits(control.text));
            if (now === control.text)
                return;
            control.text = now;
            // the caret stays behind the digit it stood behind
            let at = 0;
            for (let seen = 0; at < now.length && seen < before; ++at)
                seen += /\d/.test(now[at]) ? 1 : 0;
            control.field.cursorPosition = at;
        }
    }
}
