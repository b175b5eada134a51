// What every page gets: small conveniences; each page works without them.
import "../elements/confirm.js";
import "../elements/copy.js";
import "../elements/fold.js";
import "../elements/menu.js";
