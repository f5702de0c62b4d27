//! Plans: every change can be taken back, and files from elsewhere cost what is broken in them and no more.

mod files;
mod sets;

use deqi::model::{FigureId, PointCode};
use deqi::plan::{Drawing, Edit, History, How, Ink, Mark, Plan, Sides, Skin, Spot, Stamp, Step};
use proptest::prelude::*;

fn step() -> impl Strategy<Value = Step> {
    let codes = prop::sample::select(vec!["BL23", "GV3", "KI3", "GB30"]);
    let sides = prop::sample::select(vec![Sides::Both, Sides::Left, Sides::Right, Sides::Midline]);
    (codes, sides, prop::sample::select(How::ALL.to_vec()), "[a-c ]{0,4}").prop_map(|(code, sides, how, note)| Step {
        how,
        note,
        ..Step::new(PointCode(code.to_owned()), sides)
    })
}

fn skin() -> impl Strategy<Value = Skin> {
    (-1.0f32..1.0, -1.0f32..1.0, -1.0f32..1.0).prop_map(|(x, y, z)| Skin { at: [x, y, z], out: [0.0, 0.0, -1.0] })
}

fn drawing() -> impl Strategy<Value = Drawing> {
    let stroke = prop::collection::vec(skin(), 0..4).prop_map(|places| Mark::Stroke(Ink::Pain, places));
    let stamp = skin().prop_map(|place| Mark::Stamp(Stamp::Heat, place));
    prop_oneof![stroke, stamp].prop_map(|mark| Drawing { on: FigureId::Neutral, mark })
}

fn edit() -> impl Strategy<Value = Edit> {
    let spot = (skin(), 0.0f32..0.7).prop_map(|(middle, reach)| Spot { on: FigureId::Woman, middle, reach });
    prop_oneof![
        "[ab]{0,3}".prop_map(Edit::Rename),
        "[ab]{0,3}".prop_map(Edit::Annotate),
        (0usize..6, step()).prop_map(|(at, step)| Edit::Insert(at, step)),
        (0usize..6).prop_map(Edit::Remove),
        (0usize..6, 0usize..6).prop_map(|(from, to)| Edit::Move { from, to }),
        (0usize..6, step()).prop_map(|(at, step)| Edit::Change(at, step)),
        (0usize..4, drawing()).prop_map(|(at, drawing)| Edit::Draw(at, drawing)),
        (0usize..4).prop_map(Edit::Erase),
        prop::option::of(spot).prop_map(Edit::Light),
        prop::collection::vec(step(), 0..3)
            .prop_map(|steps| Edit::Replace(Box::new(Plan { steps, ..Plan::default() }))),
    ]
}

proptest! {
    #[test]
    fn what_takes_a_change_back_takes_it_back(edits in prop::collection::vec(edit(), 0..40)) {
        let mut plan = Plan::default();
        for edit in edits {
            let before = plan.clone();
            if let Some(back) = edit.make(&mut plan) {
                prop_assert_ne!(&plan, &before, "a change that changes nothing is none");
                let mut undone = plan.clone();
                prop_assert!(back.make(&mut undone).is_some());
                prop_assert_eq!(undone, before);
            } else {
                prop_assert_eq!(&plan, &before);
            }
        }
    }

    #[test]
    fn undo_goes_all_the_way_back_and_redo_all_the_way_on(edits in prop::collection::vec(edit(), 0..60)) {
        let mut history = History::default();
        for edit in edits {
            history.edit(edit);
        }
        let end = history.plan().clone();
        let steps = history.can_undo();
        for _ in 0..steps {
            let before = history.plan().clone();
            prop_assert!(history.undo());
            prop_assert_ne!(history.plan(), &before, "every undo is seen");
        }
        prop_assert!(!history.undo());
        prop_assert!(history.plan().is_empty());
        prop_assert_eq!(history.can_redo(), steps);
        while history.redo() {}
        prop_assert_eq!(history.plan(), &end);
    }

    #[test]
    fn undo_and_redo_in_any_order_lead_to_the_same_plan(edits in prop::collection::vec(edit(), 1..20), walk in prop::collection::vec(any::<bool>(), 0..60)) {
        let mut history = History::default();
        for edit in edits {
            history.edit(edit);
        }
        let end = history.plan().clone();
        for back in walk {
            if back { history.undo() } else { history.redo() };
        }
        while history.redo() {}
        prop_assert_eq!(history.plan(), &end);
    }
}

#[test]
fn the_letters_of_one_text_are_taken_back_together() {
    let mut history = History::default();
    let bl23 = Step::new(PointCode("BL23".to_owned()), Sides::Both);
    history.edit(Edit::Insert(0, bl23.clone()));
    for note in ["w", "wa", "warm"] {
        history.edit(Edit::Change(0, Step { note: note.to_owned(), ..bl23.clone() }));
    }
    history.edit(Edit::Change(0, Step { note: "warm".to_owned(), how: How::Heat, ..bl23.clone() }));
    assert_eq!(history.can_undo(), 3, "the point, its note, and how");
    history.undo();
    assert_eq!(history.plan().steps[0].how, How::Needle);
    history.undo();
    assert_eq!(history.plan().steps[0].note, "");
    history.redo();
    assert_eq!(history.plan().steps[0].note, "warm");
}

#[test]
fn what_was_undone_is_gone_once_something_else_is_done() {
    let mut history = History::default();
    history.edit(Edit::Rename("a".to_owned()));
    history.undo();
    history.edit(Edit::Annotate("b".to_owned()));
    assert!(!history.redo());
    assert_eq!((history.plan().name.as_str(), history.plan().note.as_str()), ("", "b"));
}
