"""Saved pages in the shape of governments' sites: their markup, with words, people and countries of our own."""

from typing import NamedTuple


class SitePage(NamedTuple):
    """A page, and what a person reads on it."""

    source: str
    title: str
    published: str
    publisher: str
    place: str
    lead: str
    paragraphs: tuple[str, ...]


TITLE = "Meeting with Prime Minister of Halde Mira Solen"
LEAD = "Ada Brook received Mira Solen, who is in Lakeside on a working visit, to speak of trade and the river border."
PARAGRAPHS = (
    "Ada Brook said that the two neighbours had traded more in the past year than in the five years before it, and that "
    "the new bridge would carry twice as many goods from the autumn on.",
    "“We have waited long for this day,” Mira Solen said. “The farmers on both banks will have one market, and their "
    "children will have one school.”",
    "The two sides agreed that the joint commission meets again in September, first in Lakeside and then in Halde Town. "
    "It will look into the customs rules for grain, timber and glass.",
    "Ms Solen thanked her host for the help after the flood of last spring. She invited the President to visit Halde "
    "before the end of the year, and the invitation was accepted.",
    "Both leaders regretted that the talks on fishing rights have not moved for two years. They asked their ministers to "
    "bring a proposal by the summer.",
    "They signed no paper.",
)
_MENU = "".join(
    f'<li><a href="/{word.lower()}">{word}</a></li>'
    for word in ("Home", "News", "Events", "Documents", "Photos", "Contacts", "Search", "Accessibility")
)
_LINKS = "".join(
    f'<div class="teaser"><a href="/n/{n}"><h3>{words}</h3></a><span>{n} May 2021</span></div>'
    for n, words in enumerate(
        ("Visit to the glass works", "Greetings to the teachers", "Call with the King of Ostry"), 2
    )
)
_SHARE = (
    '<ul class="share"><li><a href="#">Share</a></li><li><a href="#">Print</a></li><li><a href="#">E-mail</a></li></ul>'
)
_FOOT = (
    "<p>© Office of the Web Editors. All materials may be used with a link to the source. Privacy policy. Sitemap.</p>"
)


def _body(tag: str = "p", attributes: str = "") -> str:
    return "\n".join(f"<{tag}{attributes}>{words}</{tag}>" for words in PARAGRAPHS)


# A president's site: microformats, and an element with `role="main"` in which nothing stands.
PRESIDENT = f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{TITLE} • President of Ruritania</title>
<meta property="og:title" content="{TITLE}"><meta property="og:site_name" content="President of Ruritania">
<meta property="og:type" content="article"><meta name="description" content="{LEAD}">
<script>var config = {{"lang": "en"}};</script></head>
<body class="page"><div class="header" role="banner"><div class="nav_wrap"><ul class="nav">{_MENU}</ul></div></div>
<div class="container" role="main"></div>
<div class="slider"><div class="slide read__slide">
<div class="read hentry h-entry"><div class="read__in">
<div class="read__top"><h1 class="entry-title p-name">{TITLE}</h1>
<div class="read__lead entry-summary p-summary">{LEAD}</div>
<div class="read__meta"><div class="read__published-wrap"><time class="read__published dt-published" datetime="2021-05-14">May 14, 2021</time>
<div class="read__time">15:40</div></div><div class="read__place p-location">The Grey Palace, Lakeside</div></div></div>
<div class="read__content"><div class="entry-content e-content read__internal_content">{_body()}</div>
<div class="read__tags"><h4>Topics</h4><ul><li><a href="/t/1">Foreign policy</a></li></ul></div>
<div class="read__status"><p>Publication status</p><p>Published in sections: <a href="/news">News</a>, <a href="/tr">Transcripts</a></p>
<p>Publication date: <time datetime="2021-05-14">May 14, 2021, 15:40</time></p></div></div>
</div></div></div></div>
<div class="related"><h2>See also</h2>{_LINKS}</div><div class="footer" role="contentinfo">{_FOOT}</div></body></html>"""

# A president's office on a widespread system for blogs, with blocks.
RESIDENCE = f"""<!DOCTYPE html>
<html lang="en-US"><head><meta charset="UTF-8"><title>{TITLE} - The Blue House</title>
<meta property="og:title" content="{TITLE} - The Blue House"><meta property="og:site_name" content="The Blue House">
<meta property="article:published_time" content="2021-05-14T19:02:11+00:00">
<script type="application/ld+json">{{"@context":"https://schema.org","@graph":[{{"@type":"WebPage","name":"{TITLE} - The Blue House",
"datePublished":"2021-05-14T19:02:11+00:00"}},{{"@type":"WebSite","name":"The Blue House"}}]}}</script></head>
<body class="wp-singular"><a class="skip-link screen-reader-text" href="#content">Skip to content</a>
<div class="wp-site-blocks"><header class="wp-block-template-part"><div class="menu"><ul>{_MENU}</ul></div></header>
<main class="wp-block-group" id="content"><div class="wp-block-group alignwide">
<div class="taxonomy-category"><a href="/briefings-statements">Briefings &amp; Statements</a></div>
<h1 class="wp-block-post-title">{TITLE}</h1><div class="wp-block-post-author-name">The Blue House</div>
<div class="wp-block-post-date"><time datetime="2021-05-14T15:02:11-04:00">May 14, 2021</time></div></div>
<div class="entry-content wp-block-post-content"><p>Lakeside, Malta</p><p>{LEAD}</p>{_body()}</div></main>
<footer class="wp-block-template-part"><div>{_LINKS}</div>{_FOOT}</footer></div></body></html>"""

# A foreign ministry on the same system, with a theme of its own and the author in the head of the page.
DEPARTMENT = f"""<!DOCTYPE html>
<html lang="en-US"><head><meta charset="UTF-8"><title>{TITLE} - Ruritania Department of Foreign Affairs</title>
<meta property="og:title" content="{TITLE}"><meta property="og:site_name" content="Ruritania Department of Foreign Affairs">
<meta property="article:published_time" content="2021-05-14T16:30:00+00:00">
<meta property="article:modified_time" content="2021-06-02T08:00:00+00:00"></head>
<body class="post-template"><div class="site-header"><ul class="menu">{_MENU}</ul></div>
<div id="content" class="content"><section class="report__header"><div class="featured-content"><div class="row">
<h1 class="featured-content__headline stars-above">{TITLE}</h1><div class="article-meta">
<p class="article-meta__doctype">Readout</p><p class="article-meta__author-bureau">Office of the Spokesperson</p>
<p class="article-meta__location">Lakeside</p><p class="article-meta__publish-date">May 14, 2021</p></div></div></div></section>
<div class="row report__content"><div class="entry-content"><p>{LEAD}</p>{_body()}</div>
<div class="related-tags"><h5>Tags</h5><a href="/b/1">Bureau of River Affairs</a></div></div></div>
<div class="site-footer">{_LINKS}{_FOOT}</div></body></html>"""

# A government's one site for all departments.
GOVERNMENT = f"""<!DOCTYPE html>
<html lang="en" class="govuk-template"><head><meta charset="utf-8"><title>{TITLE}: 14 May 2021 - GOV.RU</title>
<meta property="og:site_name" content="GOV.RU"><meta property="og:title" content="{TITLE}: 14 May 2021">
<meta name="govuk:first-published-at" content="2021-05-14T17:30:00+01:00">
<script type="application/ld+json">{{"@context":"http://schema.org","@type":"NewsArticle","headline":"{TITLE}: 14 May 2021",
"datePublished":"2021-05-14T17:30:00+01:00","publisher":{{"@type":"Organization","name":"GOV.RU"}}}}</script></head>
<body class="govuk-template__body"><div id="global-cookie-message"><h2>Cookies on GOV.RU</h2><p>We use some essential cookies
to make this website work. We would like to set additional cookies.</p><button>Accept</button></div>
<header class="gem-c-layout-super-navigation-header"><ul>{_MENU}</ul></header>
<div class="govuk-width-container"><div class="gem-c-breadcrumbs"><ol><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ol></div>
<main role="main" id="content" class="news-article" lang="en">
<div class="gem-c-heading"><span class="govuk-caption-xl">Press release</span><h1 class="gem-c-heading__text">{TITLE}: 14 May 2021</h1></div>
<p class="gem-c-lead-paragraph">{LEAD}</p>
<div class="gem-c-metadata"><dl><dt>From:</dt><dd><a href="/o">Chancellor’s Office</a></dd><dt>Published</dt><dd>14 May 2021</dd></dl></div>
<div class="govuk-grid-row"><div class="gem-c-govspeak govuk-govspeak"><div class="govspeak">{_body()}</div></div>
<div class="gem-c-published-dates">Published 14 May 2021</div>{_SHARE}</div></main></div>
<footer class="govuk-footer">{_FOOT}</footer></body></html>"""

# A foreign ministry of lists and tables, whose words stand in a box with an id and whose day stands in a meta field.
MINISTRY = f"""<html><head><meta charset="utf-8"><title>{TITLE}_Ministry of Foreign Affairs of Ruritania</title>
<meta name="SiteName" content="Ministry of Foreign Affairs of Ruritania"><meta name="ArticleTitle" content="{TITLE}">
<meta name="PubDate" content="2021-05-14 21:10"><meta name="ContentSource" content=""></head>
<body><div class="fl"><div class="topbox"><ul>{_MENU}</ul></div></div>
<div class="content-warp"><div class="breadcrumb"><a href="/">Home</a> &gt; <a href="/t">Top Stories</a></div>
<div class="contentbox"><div class="ty-h1"><h1>{TITLE}</h1></div><div class="time"><span>2021-05-14 21:10</span></div>
<div class="news-main" id="News_Body_Txt_A"><div class="trs_editor_view">
<p style="text-indent: 2em;">{LEAD}</p>{_body("p", ' style="text-indent: 2em; text-align: justify;"')}</div></div>
<div class="print"><a href="#">Print</a> <a href="#">Close</a></div></div>
<div class="relnews"><h2>Related News:</h2>{_LINKS}</div></div>
<div class="bottom">{_FOOT}</div></body></html>"""

# A president's site, with a lead above a picture, and the words among blocks of a content system.
PALACE = f"""<!DOCTYPE html>
<html lang="en" dir="ltr"><head><meta charset="utf-8"><title>{TITLE} | Palais</title>
<meta property="og:site_name" content="palais.ru"><meta property="og:title" content="{TITLE}.">
<meta name="description" content="{LEAD}"></head>
<body><div class="header-wrapper"><ul>{_MENU}</ul></div><main id="main">
<section class="hero"><div class="container"><p class="date">14 May 2021</p><h1 class="fw-bold">{TITLE}</h1>
<p class="chapo">{LEAD}</p></div></section>
<section class="picture"><figure><img src="x.jpg" alt=""><figcaption>© The palace</figcaption></figure></section>
<section class="block-text"><div class="container"><div class="col-lg-8 text">{_body()}</div></div></section>
<section class="block-related"><h2>See also</h2>{_LINKS}</section></main><footer>{_FOOT}</footer></body></html>"""

# A council of states.
COUNCIL = f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{TITLE} - River Council</title>
<meta property="og:title" content="{TITLE}"><meta property="og:site_name" content="River Council"><meta name="DC.title" content="{TITLE}">
<script type="application/ld+json">{{"@context":"https://schema.org","@type":"NewsArticle","headline":"{TITLE}",
"datePublished":"2021-05-14T12:05:00+02:00","publisher":{{"@type":"Organization","name":"River Council"}},
"contentLocation":{{"@type":"Place","name":"Lakeside"}}}}</script></head>
<body><header><ul>{_MENU}</ul></header><main class="gsc-layout"><div class="gsc-intro-excerpt"><ul class="gsc-breadcrumb"><li>Press</li></ul>
<div class="press-meta"><span>River Council</span><span>Press release</span><span class="date">14 May 2021 12:05</span></div>
<h1 class="gsc-heading">{TITLE}</h1></div><div class="gsc-bge-grid"><div class="gsc-bge-grid__area"><p><strong>{LEAD}</strong></p>
{_body()}</div></div><div class="press-contacts"><h2>Press contacts</h2><p>Jon Petty, press officer, +00 1 234 56</p></div>{_SHARE}
</main><footer>{_FOOT}</footer></body></html>"""

# An organisation of states: a content system's fields.
NATIONS = f"""<!DOCTYPE html>
<html lang="en" dir="ltr" prefix="og: https://ogp.me/ns#"><head><meta charset="utf-8"><title>{TITLE} | Union of Rivers</title>
<meta name="dcterms.title" content="{TITLE}"><meta name="dcterms.publisher" content="Union of Rivers"></head>
<body class="path-node"><div class="region-header"><ul>{_MENU}</ul></div>
<div role="main" class="main-container"><div class="region region-content"><article class="node node--type-statement">
<h1 class="page-header"><span class="field field--name-title">{TITLE}</span></h1>
<div class="field field--name-field-location">Lakeside</div>
<div class="field field--name-field-date"><span class="date-display-single">14 May 2021</span></div>
<div class="content"><div class="field field--name-field-text field--type-text-with-summary"><p>{LEAD}</p>{_body("div")}</div></div>
</article></div></div><div class="region-footer">{_LINKS}{_FOOT}</div></body></html>"""

SITES = {
    "a president's site": SitePage(PRESIDENT, TITLE, "2021-05-14", "President of Ruritania", "The Grey Palace, Lakeside", LEAD, PARAGRAPHS),
    "a president's office": SitePage(RESIDENCE, TITLE, "2021-05-14", "The Blue House", "Lakeside, Malta", LEAD, PARAGRAPHS),
    "a department of foreign affairs": SitePage(DEPARTMENT, TITLE, "2021-05-14", "Ruritania Department of Foreign Affairs", "Lakeside", LEAD, PARAGRAPHS),
    "a government's one site": SitePage(GOVERNMENT, f"{TITLE}: 14 May 2021", "2021-05-14", "GOV.RU", "", LEAD, PARAGRAPHS),
    "a foreign ministry": SitePage(MINISTRY, TITLE, "2021-05-14", "Ministry of Foreign Affairs of Ruritania", "", LEAD, PARAGRAPHS),
    "a palace": SitePage(PALACE, TITLE, "2021-05-14", "palais.ru", "", LEAD, PARAGRAPHS),
    "a council of states": SitePage(COUNCIL, TITLE, "2021-05-14", "River Council", "Lakeside", LEAD, PARAGRAPHS),
    "an organisation of states": SitePage(NATIONS, TITLE, "2021-05-14", "Union of Rivers", "Lakeside", LEAD, PARAGRAPHS),
}  # fmt: skip
