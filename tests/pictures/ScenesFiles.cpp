#include "pictures/Studio.h"

#include <QDir>
#include <QDragEnterEvent>
#include <QFile>
#include <QImage>
#include <QMimeData>
#include <QPainter>
#include <QQuickItem>
#include <QQuickWindow>

// What goes along with the words: emoji, pictures, files.

namespace suhbat::test {

bool Studio::emoji()
{
    Person &dana = *m_dana;
    const auto nothing = [&] { return dana.type(u"composer"_qs, {}); };
    return scene("emoji",
                 [&] { return dana.click(u"emojiButton"_qs) && dana.waitFor(u"emojiCell"_qs); }) &&
           scene(
               "emoji-search",
               [&] {
                   const QString first = dana.text(u"emojiCell"_qs);
                   dana.typeText(u"rain"_qs);
                   return dana.waitUntil("what was found", [&] {
                       return dana.sees(u"emojiCell"_qs) && dana.text(u"emojiCell"_qs) != first;
                   });
               },
               [&] { return key(Qt::Key_Escape) && dana.waitUntilGone(u"emojiPicker"_qs); }) &&
           scene(
               "emoji-by-name",
               [&] {
                   return dana.type(u"composer"_qs, u"Lunch :no"_qs) &&
                          dana.waitFor(u"emojiCompletionRow"_qs);
               },
               nothing);
}

QList<QUrl> Studio::someFiles()
{
    const QString picture = m_dir.filePath(u"river.png"_qs);
    QImage image(320, 240, QImage::Format_RGB32);
    QPainter painter(&image);
    QLinearGradient sky(0, 0, 0, 240);
    sky.setColorAt(0, QColor(96, 160, 208));
    sky.setColorAt(0.6, QColor(240, 208, 160));
    sky.setColorAt(0.61, QColor(48, 112, 112));
    painter.fillRect(image.rect(), sky);
    painter.end();
    if (!QDir(m_dir.path()).mkpath(u"Holiday photos"_qs))
        return {};
    const QString plan = m_dir.filePath(u"Delivery plan for the second half of the year.pdf"_qs);
    QFile file(plan);
    if (!image.save(picture) || !file.open(QIODevice::WriteOnly) || !file.resize(482'000))
        return {};
    return {QUrl::fromLocalFile(picture), QUrl::fromLocalFile(plan)};
}

bool Studio::outgoingFiles()
{
    Person &dana = *m_dana;
    const QList<QUrl> files = someFiles();
    QMimeData dragged;
    dragged.setUrls(files);
    return scene(
               "drop",
               [&] {
                   const QPoint where(dana.window()->width() / 2 + 60, dana.window()->height() / 2);
                   QDragEnterEvent enter(where, Qt::CopyAction, &dragged, Qt::LeftButton,
                                         Qt::NoModifier);
                   QCoreApplication::sendEvent(dana.window(), &enter);
                   return dana.waitFor(u"dropHint"_qs);
               },
               [&] {
                   QDragLeaveEvent leave;
                   QCoreApplication::sendEvent(dana.window(), &leave);
                   return dana.waitUntilGone(u"dropHint"_qs);
               }) &&
           scene("attachments",
                 [&] {
                     dana.app().attachments()->add(files);
                     return dana.waitUntil("the picture", [&] {
                         const auto tiles = dana.items(u"attachmentTile"_qs);
                         return tiles.size() == 2 && tiles.first()->property("shown").toBool();
                     });
                 }) &&
           scene(
               "attachments-problem",
               [&] {
                   dana.app().attachments()->add(
                       {QUrl::fromLocalFile(m_dir.filePath(u"Holiday photos"_qs))});
                   return dana.waitFor(u"attachmentProblem"_qs);
               },
               [&] {
                   dana.app().attachments()->dismissProblem();
                   dana.app().attachments()->remove(1);
                   dana.app().attachments()->remove(0);
                   return dana.waitUntilGone(u"attachmentTile"_qs);
               });
}

} // namespace suhbat::test
