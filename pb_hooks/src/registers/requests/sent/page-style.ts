/** How the pages of the public form look: no font, picture or script from anywhere, in the light and in the dark. */
export const pageStyle = `
:root{color-scheme:light dark;--ink:#1b1b18;--muted:#5a5a54;--paper:#fff;--line:#8a8a82;--field:#fff;--act:#1d4f91;--on:#fff;--wrong:#a3150f}
@media (prefers-color-scheme:dark){:root{--ink:#ededea;--muted:#b4b4ac;--paper:#191917;--line:#85857d;--field:#22221f;--act:#8fb8f0;--on:#10233d;--wrong:#ff9a92}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.5 system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif}
main{max-width:40rem;margin:0 auto;padding:1.5rem 1rem 4rem;overflow-wrap:anywhere}
h1{font-size:1.625rem;line-height:1.2;margin:.25rem 0 1rem}h2{font-size:1.1875rem;margin:2rem 0 .5rem}
.clinic,.hint{color:var(--muted)}.hint{display:block;font-size:.9375rem}
fieldset{border:0;margin:1.75rem 0 0;padding:0;min-width:0}legend,.label{font-weight:600;padding:0;display:block}
.field{margin-top:1.75rem}
.choice{display:flex;gap:.625rem;align-items:flex-start;padding:.5rem 0}
.choice input{width:1.25rem;height:1.25rem;margin:.15rem 0 0;flex:none;accent-color:var(--act)}
input[type=text],input[type=date],textarea{width:100%;margin-top:.375rem;padding:.5rem .625rem;font:inherit;color:inherit;background:var(--field);border:1px solid var(--line);border-radius:4px}
input[type=date]{width:auto;max-width:100%}
textarea{resize:vertical}
.wrong{color:var(--wrong);font-weight:600;display:block}
[aria-invalid=true]{border-color:var(--wrong)!important;border-width:2px!important}
.summary{border:2px solid var(--wrong);border-radius:4px;padding:.75rem 1rem;margin:1rem 0}
.summary h2{margin:0 0 .25rem}.summary ul{margin:0;padding-left:1.25rem}
a{color:var(--act)}.summary a{color:var(--wrong)}
button{margin-top:2rem;padding:.625rem 1.25rem;font:inherit;font-weight:600;color:var(--on);background:var(--act);border:0;border-radius:4px;cursor:pointer;min-height:2.75rem}
:focus-visible{outline:3px solid var(--act);outline-offset:2px}
.leave{position:absolute;left:-100vw;width:1px;height:1px;overflow:hidden}
`;
