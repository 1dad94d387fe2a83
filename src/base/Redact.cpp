#include "base/Redact.h"

#include <QRegularExpression>

#include <array>

namespace suhbat {

namespace {

struct Mask
{
    QRegularExpression pattern;
    QString replacement;
};

const std::array<Mask, 6> &masks()
{
    static const std::array<Mask, 6> all{
        // Authorization: Bearer 7|abc…
        Mask{QRegularExpression(QStringLiteral(R"(\b(Bearer\s+)[^\s"',;\\]+)"),
                                QRegularExpression::CaseInsensitiveOption),
             QStringLiteral("\\1***")},
        // "password":"…", also inside a string of JSON, where each quote has backslashes: the value
        // ends at a quote with as many of them as the one that began it
        Mask{
            QRegularExpression(
                QStringLiteral(
                    R"((\\*"(?:auth|[a-z_-]*(?:password|token|secret|signature)[a-z_-]*|code)\\*"\s*:\s*(\\*"))(?:(?!(?<!\\)\2)[\s\S])*)"),
                QRegularExpression::CaseInsensitiveOption),
            QStringLiteral("\\1***")},
        // token=…, auth_signature=… in addresses and forms
        Mask{
            QRegularExpression(
                QStringLiteral(
                    R"(\b((?:auth|[a-z_-]*(?:password|token|secret|signature)[a-z_-]*)=)[^\s&"',;]+)"),
                QRegularExpression::CaseInsensitiveOption),
            QStringLiteral("\\1***")},
        // who one is for a proxy, in a header or an address
        Mask{QRegularExpression(QStringLiteral(R"((authorization:\s*basic\s+)[^\s"',;\\]+)"),
                                QRegularExpression::CaseInsensitiveOption),
             QStringLiteral("\\1***")},
        Mask{QRegularExpression(QStringLiteral(R"((//)[^/@\s]+:[^/@\s]*@)")),
             QStringLiteral("\\1***@")},
        // key:signature of a channel, wherever it stands
        Mask{QRegularExpression(QStringLiteral(R"(\b([\w-]+:)[0-9a-f]{64}\b)")),
             QStringLiteral("\\1***")}};
    return all;
}

} // namespace

QString redacted(const QString &text)
{
    QString result = text;
    for (const Mask &mask : masks())
        result.replace(mask.pattern, mask.replacement);
    return result;
}

} // namespace suhbat
