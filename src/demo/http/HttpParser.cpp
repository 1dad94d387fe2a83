#include "demo/http/HttpParser.h"

#include <QUrl>

namespace suhbat::demo {

HttpParser::State HttpParser::feed(const QByteArray &bytes)
{
    m_buffer += bytes;
    advance();
    return m_state;
}

HttpRequest HttpParser::take()
{
    HttpRequest done = std::move(m_request);
    m_request = {};
    m_part = Part::Head;
    m_state = State::Incomplete;
    advance();
    return done;
}

bool HttpParser::takeExpectsContinue()
{
    return std::exchange(m_expectsContinue, false);
}

void HttpParser::advance()
{
    bool progress = true;
    while (progress && m_state == State::Incomplete) {
        switch (m_part) {
        case Part::Head:
            progress = parseHead();
            break;
        case Part::Body:
            progress = parseBody();
            break;
        case Part::ChunkSize:
            progress = parseChunkSize();
            break;
        case Part::ChunkData:
            progress = parseChunkData();
            break;
        case Part::Trailer:
            progress = parseTrailer();
            break;
        }
    }
}

bool HttpParser::parseHead()
{
    // RFC 9112 2.2: empty lines before a request are skipped.
    while (m_buffer.startsWith("\r\n"))
        m_buffer.remove(0, 2);
    const qsizetype end = m_buffer.indexOf("\r\n\r\n");
    if (end > MaxHead || (end < 0 && m_buffer.size() > MaxHead))
        return bad(431);
    if (end < 0)
        return false;
    const QByteArray head = m_buffer.left(end);
    m_buffer.remove(0, end + 4);
    return parseHeadLines(head) && chooseBody();
}

bool HttpParser::parseHeadLines(const QByteArray &head)
{
    const QList<QByteArray> lines = head.split('\n');
    const QList<QByteArray> start = lines.first().trimmed().split(' ');
    if (start.size() != 3 || start[0].isEmpty() || !start[1].startsWith('/') ||
        !start[2].startsWith("HTTP/1."))
        return bad(400);
    m_request.method = start[0];
    const QUrl url = QUrl::fromEncoded("http://host" + start[1]);
    if (!url.isValid())
        return bad(400);
    m_request.path = url.path();
    m_request.query = QUrlQuery(url);
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon <= 0)
            return bad(400);
        m_request.headers.emplaceBack(line.left(colon), line.mid(colon + 1).trimmed());
    }
    return true;
}

qsizetype HttpParser::mostBody() const
{
    return m_request.header("Content-Type").startsWith("multipart/") ? MaxUpload : MaxBody;
}

bool HttpParser::chooseBody()
{
    if (m_request.header("Transfer-Encoding").toLower().contains("chunked")) {
        m_part = Part::ChunkSize;
    } else {
        const QByteArray length = m_request.header("Content-Length");
        bool ok = true;
        m_expected = length.isEmpty() ? 0 : length.toLongLong(&ok);
        if (!ok || m_expected < 0)
            return bad(400);
        if (m_expected > mostBody())
            return bad(413);
        m_part = Part::Body;
    }
    m_expectsContinue = m_request.header("Expect").toLower() == "100-continue";
    return true;
}

bool HttpParser::parseBody()
{
    if (m_buffer.size() < m_expected)
        return false;
    m_request.body = m_buffer.left(m_expected);
    m_buffer.remove(0, m_expected);
    m_state = State::Complete;
    return true;
}

bool HttpParser::parseChunkSize()
{
    const qsizetype end = m_buffer.indexOf("\r\n");
    if (end < 0)
        return m_buffer.size() > MaxHead ? bad(400) : false;
    bool ok = false;
    m_expected = m_buffer.left(end).split(';').first().trimmed().toLongLong(&ok, 16);
    m_buffer.remove(0, end + 2);
    if (!ok || m_expected < 0)
        return bad(400);
    if (m_request.body.size() + m_expected > mostBody())
        return bad(413);
    m_part = m_expected == 0 ? Part::Trailer : Part::ChunkData;
    return true;
}

bool HttpParser::parseChunkData()
{
    if (m_buffer.size() < m_expected + 2)
        return false;
    m_request.body += m_buffer.left(m_expected);
    m_buffer.remove(0, m_expected + 2);
    m_part = Part::ChunkSize;
    return true;
}

bool HttpParser::parseTrailer()
{
    const qsizetype end = m_buffer.indexOf("\r\n");
    if (end < 0)
        return m_buffer.size() > MaxHead ? bad(400) : false;
    m_buffer.remove(0, end + 2);
    if (end == 0)
        m_state = State::Complete;
    return true;
}

bool HttpParser::bad(int status)
{
    m_badStatus = status;
    m_state = State::Bad;
    return false;
}

} // namespace suhbat::demo
