const FONT = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Arial,sans-serif";

/**
 * The HTML of every letter. What comes in is escaped already, hence the triple braces. Mail programs drop style sheets,
 * so that every style is inline; those that have a dark mode keep the one sheet there is. Nothing is loaded from anywhere.
 */
export const LAYOUT = `<!doctype html>
<html lang="{{language}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>{{{subject}}}</title>
<style>
:root{color-scheme:light dark}
@media (prefers-color-scheme:dark){
.page{background:#14181b!important}
.card{background:#1f2529!important}
.ink{color:#e8ecee!important}
.faint{color:#aab4ba!important}
.button{background:#8fd18a!important;color:#0c2410!important}
}
</style>
</head>
<body class="page" style="margin:0;padding:0;background:#f2f4f3">
<table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" style="background:#f2f4f3">
<tr><td align="center" style="padding:24px 12px">
<table role="presentation" class="card" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;background:#ffffff;border-radius:12px">
<tr><td style="padding:32px 28px;${FONT};font-size:16px;line-height:1.5" class="ink">
<p class="faint" style="margin:0 0 16px;color:#52606a;font-size:14px">{{{product}}}</p>
<h1 class="ink" style="margin:0 0 20px;color:#1b2327;font-size:22px;line-height:1.3">{{{subject}}}</h1>
<p class="ink" style="margin:0 0 16px;color:#1b2327">{{{greeting}}}</p>
{{#before}}
<p class="ink" style="margin:0 0 16px;color:#1b2327">{{{.}}}</p>
{{/before}}
{{#button}}
<p style="margin:24px 0"><a class="button" href="{{{link}}}" style="display:inline-block;padding:12px 24px;background:#1f6b2c;color:#ffffff;border-radius:8px;font-weight:600;text-decoration:none">{{{label}}}</a></p>
<p class="faint" style="margin:0 0 16px;color:#52606a;font-size:14px">{{{address}}}<br><a class="faint" href="{{{link}}}" style="color:#52606a;word-break:break-all">{{{link}}}</a></p>
{{/button}}
{{#after}}
<p class="ink" style="margin:0 0 16px;color:#1b2327">{{{.}}}</p>
{{/after}}
<p class="faint" style="margin:24px 0 0;color:#52606a;font-size:14px">{{{footer}}}</p>
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`;
