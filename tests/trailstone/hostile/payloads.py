"""Forty texts that would run, were they ever taken for more than text. Each carries MARK into whatever it becomes."""

MARK = "hostile"
PAYLOADS = (
    "<script>hostile()</script>", "<img src=x onerror=hostile()>", "\"><svg onload=hostile()>", "'><b hostile=1>",
    "<svg/onload=hostile()>", "\" onmouseover=hostile() x=\"", "' autofocus onfocus=hostile() '", "</title><hostile>",
    "</textarea><hostile>", "</script><hostile>", "--><hostile><!--", "<!--<hostile>-->", "]]><hostile>",
    "<a href=javascript:hostile()>x</a>", "javascript:hostile()", "[x](javascript:hostile())", "![x](x\"hostile=\"1)",
    "<iframe src=//hostile.example>", "<object data=hostile>", "<math><mtext><hostile>", "<style>@import'hostile'",
    "<base href=//hostile.example>", "<form action=//hostile>", "<meta http-equiv=refresh content=hostile>",
    "{{ hostile }}", "{% include 'hostile' %}", "${hostile}", "<%= hostile %>", "{{7*7}}hostile", "`hostile`",
    "$\\href{javascript:hostile()}{x}$", "$\\html{<hostile>}$", "\\(\\htmlData{hostile=1}{x}\\)",
    "<div hx-get=/hostile>", "\" hx-on::load=\"hostile()", "<x-celebrate hostile>", "&lt;hostile&gt;",
    "&#60;hostile&#62;", "<<hostile//<", "<body onpageshow=hostile()>",
)  # fmt: skip
FORMULAS = ("=hostile()", "+hostile", "-2+3+hostile", "@SUM(hostile)", "＝hostile", '=HYPERLINK("//hostile")')
