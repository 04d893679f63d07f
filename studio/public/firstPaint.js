// Sets theme and language before the first paint, so nothing flashes. A file of its own: the page allows no inline script.
(function () {
  const root = document.documentElement;
  try {
    const scheme = localStorage.getItem("mantine-color-scheme-value");
    const dark = scheme === "dark" || (scheme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
    root.setAttribute("data-mantine-color-scheme", dark ? "dark" : "light");
    let language = localStorage.getItem("sluice.language");
    if (!language) language = navigator.language.toLowerCase().indexOf("zh") === 0 ? "zh" : "en";
    root.lang = language === "zh" ? "zh-CN" : "en";
  } catch {
    root.lang = "en";
  }
})();
