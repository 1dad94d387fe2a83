#pragma once

#include <QHash>
#include <QJsonObject>
#include <QStringList>

#include <random>

namespace suhbat::demo {

/// What scripted people say: answers to what was written, and ways to start a talk. The texts are
/// in data/replies.json. No phrase comes again before all others of its kind were used.
class Phrasebook
{
public:
    explicit Phrasebook(quint32 seed);

    /// An answer in the language of `text`; `language` (uz, ru, en) decides where that is unclear.
    QString answer(const QString &text, const QString &language);
    QString opener(const QString &language);
    /// uz, ru or en.
    QString languageOf(const QString &text, const QString &otherwise) const;

private:
    QString pick(const QString &kind, const QJsonArray &phrases);

    QJsonObject m_data;
    std::mt19937 m_random;
    QHash<QString, QStringList> m_unused; ///< by kind
};

} // namespace suhbat::demo
