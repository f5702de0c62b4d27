//! A plan as a file for someone else: RON, as a person could write it. `content::plan` reads it back.

use serde::Serialize;

use super::{Drawing, Plan, Spot, Step};

/// The one format of plan files there is so far.
pub const FORMAT: u32 = 1;

/// What stands in the file, in this order.
#[derive(Serialize)]
struct File<'a> {
    format: u32,
    name: &'a str,
    note: &'a str,
    steps: &'a [Step],
    spotlight: &'a Option<Spot>,
    drawings: &'a [Drawing],
}

impl Plan {
    /// The plan as text.
    ///
    /// # Errors
    /// Where it holds what RON cannot write, which no plan does that was made here.
    pub fn to_ron(&self) -> Result<String, ron::Error> {
        let Self { name, note, steps, drawings, spotlight } = self;
        let file = File { format: FORMAT, name, note, steps, spotlight, drawings };
        // Deep enough that each point has its line, and not each number.
        let pretty = ron::ser::PrettyConfig::new().depth_limit(3).new_line("\n");
        let mut text = ron::ser::to_string_pretty(&file, pretty)?;
        text.push('\n');
        Ok(text)
    }
}
