// What the desk of review loads besides the frame.
import "../elements/clearing.js";
import "../elements/desk_keys.js";
import "../elements/queue.js";
