// What the desk of review loads besides the frame.
import "../elements/queue.js";
