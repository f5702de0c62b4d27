### The words of the interface, in plain English. Everything else that a visitor reads is in the packs.

## The bar at the top

app-name = Deqi
app-hanzi = 得气
nav-back = Back
nav-home = Home
nav-body = Body
nav-diary = My diary
nav-more = More
nav-picture = Save picture
nav-plan = Plan
nav-qi = Qi
nav-settings = Settings
nav-stories = Stories
nav-text-size = Text size
nav-warning-signs = Warning signs
find-field = Find a point

## Views of the body

view-low-back = Low back
view-back = Back
view-front = Front
view-left = Left
view-right = Right
view-head = Head
view-hand = Hand
view-foot = Foot
dial-front = See from the front
dial-back = See from the back
dial-left = See from the left
dial-right = See from the right
zoom-in = Closer
zoom-out = Wider
zoom-whole = Whole body
zoom-magnifier = Magnifier
aside-up = Look further up
aside-left = Look further left
aside-right = Look further right
aside-down = Look further down
tilt-up = See more from above
tilt-down = See more from below
turn-left = Turn to the left
turn-right = Turn to the right
list-open = List
body-plain = { $figure }, standing, seen { $from }. Touch a point, or use the arrow keys.
body-chosen = { $figure }, standing, seen { $from }. Chosen: { $point }.
body-view = { $figure }, seen { $from }
body-loading = The body is on its way.
body-missing = The body cannot be shown. All that you can read is still here.
from-front = from the front
from-back = from the back
from-left = from the left side
from-right = from the right side
from-above = from above
from-below = from below
side-left = left side
side-right = right side
side-midline = middle

## Which points are on the body

chip-low-back = Low back
chip-all = All points
chip-channels = Channels
chip-channel = Channel: { $code }
chip-parts = Parts of the body
chip-part = Part: { $part }
chip-extra = Extra points
chips-on = More choices
chips-back = Back to the first choices
shown-low-back = Showing the points of the low back.
shown-all = Showing all points. More of them come as you come closer.
shown-extra = Showing the extra points, which belong to no channel.
shown-channel = Showing the points of the { $channel }.
shown-part = Showing the points of one part: { $part }.
channels-title = Which channel?
channels-lead = Chinese tradition tells of fourteen channels with points of their own, said to carry Qi (“chee”): what makes all things live and move in the old account. Science has not found them in the body. Each keeps its own colour and pattern here.
channels-row = { $channel }, { $count } points
channels-count = { $count ->
    [one] One point
   *[other] { $count } points
  }
parts-title = Which part of the body?
parts-whole = The whole body
parts-front = The front
parts-back = The back
parts-left = The left side
parts-right = The right side
magnifier-title = Under the magnifier
magnifier-previous = The place before
magnifier-next = The next place
magnifier-close = Put the magnifier away
magnifier-shows = { $place }, in the magnifier. { $count ->
    [one] One point lies here.
   *[other] { $count } points lie here.
}
closeup-ear = The ear
closeup-back-of-hand = Back of the hand
closeup-palm = The palm
closeup-top-of-foot = Top of the foot
closeup-sole = The sole
part-head = Head
part-face = Face
part-ear = Ear
part-neck = Neck
part-shoulder = Shoulder
part-arm = Arm
part-hand = Hand
part-chest = Chest
part-belly = Belly
part-upper-back = Upper back
part-low-back = Low back to tailbone
part-hip = Hip and buttock
part-thigh = Thigh
part-knee = Knee
part-leg = Lower leg
part-foot = Foot
part-elsewhere = No fixed place
## The lenses: tradition, both accounts, the body, or the two parted

lens-group = What the body shows
lens-tradition = Tradition
lens-both = Both
lens-body = Body
lens-tradition-name = Tradition lens
lens-both-name = Both lenses
lens-body-name = Body lens
lens-key = { $name } (key { $key } on the body)
lens-compare = Compare
stage-tools = Lens and points
lens-compare-hint = Part the body: tradition on the left, the body on the right (key 4 on the body)
lens-says-tradition = The tradition lens is on: the channels glow on the skin, and Qi is said to flow along them. Science has not found Qi or channels in the body.
lens-says-body = The body lens is on: the skin is pale, and the bones, nerves and muscles of the back show through.
lens-says-parted = A divider parts the picture, tradition on its left, the body on its right: { $where }.
lens-caption-tradition = Qi (“chee”) is said to flow along these lines. Science has not found them in the body.
lens-caption-body = Bones, nerves and muscles that matter in low back pain.
divider-name = Divider between tradition and body
divider-at = tradition { $tradition } %, body { $body } %
divider-at-tradition = all tradition
divider-at-body = all body
divider-all-tradition = All tradition
divider-all-body = All body

## How sure we are

## From needle to brain

nav-endorphins = Endorphins
endo-title = From needle to brain
endo-lead = Turn the needle. Then try what scientists tried.
endo-lead-course = What trials measured over weeks and months. The signals of one visit do not explain it.
endo-clock = Which time
endo-clock-visit = This visit: minutes
endo-clock-course = The course: weeks
endo-meter = Pain meter
endo-less = less
endo-more = more
endo-less-pain = less pain
endo-more-pain = more pain
endo-comfort = Empty squares: what rest, care and hope ease. In people this is most of the relief.
endo-before = before
endo-in-people = in people
endo-in-mice = in mice
endo-in-people-not-tried = in people: not tried
endo-in-mice-not-tried = in mice: not tried
endo-put-in = Put the needle in
endo-take-out = Take it out
endo-turn = Turn
endo-handle = Needle: hold to turn, tap to keep turning
endo-method = How the needle works
endo-by-hand = By hand
endo-electrical = Electrical
endo-frequency = Pulses a second
endo-hz-2 = 2 a second
endo-hz-100 = 100 a second
endo-hz-both = In turn
endo-whom = Show the signals in
endo-people = People
endo-mice = Mice
endo-points = Where the needle goes
endo-points-note = In big trials the exact point made no clear difference, so it makes none here.
endo-try = Try what scientists tried
endo-shows = What the picture shows
endo-in-picture = In this picture: { $pain }
endo-found = What was found.
endo-found-other = We know of no such test with the needle as it is set here. This was found with other needles.
endo-studies = Studies
endo-loupe-needle = At the needle
endo-loupe-gate = The spinal gate
endo-loupe-brake = The brain’s brake
endo-loupes = Which place to look at
endo-badge = { $of }. { $grade }
endo-open = Look closer: { $name }
endo-close = Back to the whole picture
endo-for = What speaks for it
endo-against = What speaks against it
endo-supports = Supports it:
endo-does-not = Does not:
endo-steps = Other steps people speak of
endo-unknown = What we don’t know
endo-teaching = Teaching picture. Many steps come from animal studies.
endo-source = { $citation } Checked { $date }.
endo-docks-closed = The drug (crosses) keeps endorphins out.
endo-play = Play
endo-waits = The needle is out. Press play to see how long relief lasts.
endo-pause = Pause
endo-step = Five minutes on
endo-again = Start again
endo-curve = Relief (shape is illustrative)
endo-legend = { $who }
endo-legend-before = put the needle in, and a curve appears
endo-legend-short = Dashes: as tried, { $who }.
endo-legend-both = Full line: as usual. Dashes: as tried, { $who }.
endo-minutes = { $minutes } min
endo-deqi = déqì
endo-feels = What people may feel: { $words }
endo-course-title = How much of the gain is left
endo-course-size = The gain over pretend needles was much smaller from the start. Both are for long-lasting pain of many kinds, not of the back alone.
endo-course-full = all of its gain
endo-course-none = over no acupuncture
endo-course-pretend = over a pretend needle
endo-course-visits = visits (rise: illustrative)
endo-course-year = a year after
grade-tradition = Tradition
grade-anatomy = Anatomy
grade-people = Seen in people
grade-animals = In animals
grade-idea = Idea
grade-disputed = Disputed
grade-none = Not graded
grade-tradition-means = Told by tradition, much of it for centuries. It is not a finding of science.
grade-anatomy-means = How the body is built. Books of anatomy agree on it. It does not tell us what a needle does.
grade-people-means = Seen in people, in at least one study.
grade-animals-means = Seen in animals. People may differ.
grade-idea-means = An idea that fits what is known. Nobody has shown it.
grade-disputed-means = Studies or books do not agree.
grade-ask = { $grade }: how sure is this?
sure-title = How sure are we?
sure-of-tradition = { $point }: what tradition says
sure-of-body = { $point }: what the body does
sure-kinds = Kinds of knowledge
sure-not-known = What is not known
sure-sources = Where this comes from
sure-back = Back to the card
part-skin = skin
part-fat = fat
part-fascia = fascia: a sheet of soft tissue
part-ending = nerve ending
part-nerve = nerve
part-needle = needle
part-wound = wound tissue
part-adenosine = adenosine: a calming chemical
part-muscle = muscle
part-vessel = small blood vessel
part-needle-signal = signal from the needle
part-keeper = the cell that works the gate
part-pain-signal = pain signal
part-horn = back part of the spinal cord
part-brake-line = line from the brain’s brake
part-to-brain = on to the brain
part-gate = gate
part-cell = the cell that passes pain on
part-cortex = outer brain
part-deep = deep brain
part-up = signals coming up
part-stem = brain stem
part-seat = the brake’s seat (PAG)
part-opioids = the body’s own painkillers
part-small-brain = small brain
part-down = the brake going down

## The first sheet

welcome-title = Touch a point on the low back
welcome-lead = Deqi (“duh-chee”) is the dull ache of a needle taking hold. Each point tells two stories: what Chinese tradition says, and what the body does.
welcome-turn = Drag to turn the body. Pinch or use + and − to come closer.
welcome-figure = Which body do you want to see?
welcome-body = See the body
welcome-list = See all points as a list
welcome-stories = Watch a short story
welcome-sure = How we place the points
welcome-not-advice = Deqi explains. It does not replace your doctor.
skin-name = Skin tone
skin-number = Skin tone { $number } of 5
figure-name = Figure
figure-woman = Woman
figure-man = Man
figure-neutral = Neutral
figure-woman-full = A woman
figure-man-full = A man
figure-neutral-full = A neutral figure

## When Deqi does not work

apology-title = Please tell the staff
apology-why = This screen does not work right now. You did nothing wrong.
apology-again = It tries again by itself every few minutes.

## The picture that invites, where visitors come one after the other

language-name = English
attract-about = Acupuncture for low back pain
attract-question = What does the needle do?
attract-tradition = Tradition
attract-body = Body
attract-start = Touch to start
attract-promise = No adverts. No sign-in. Nothing you do here is kept.
attract-sources = { $sources }
attract-scene = { $body }: on the left of the picture the channels that tradition tells of, on the right the nerves.
attract-turns = A body that turns, now seen { $from }
attract-rests = A body seen { $from }
attract-needle = { $scene } A needle is in at { $point }.

## A visit where one comes after the other

kiosk-done = I’m done
kiosk-lower = Lower
kiosk-raise = Higher
kiosk-lower-hint = Move everything down, for those who sit
kiosk-raise-hint = Move everything up again
kiosk-contrast = Contrast
kiosk-contrast-plain = Usual colours
kiosk-is-low = Everything stands lower now.
still-title = Are you still there?
still-lead = In { $seconds ->
    [one] one second
   *[other] { $seconds } seconds
  } this screen goes back to the start, and all you did here is gone.
still-more = I need more time
start-title = What would you like to know?
start-points = Where are the points?
start-points-about = Turn the body and touch one.
start-needle = What does a needle do?
start-needle-about = A story of about { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
  }.
start-help = Does it help? Is it safe?
start-help-about = What studies found, for and against.
start-else = More to see

## Pages that go on below

scroll-back = Back up
scroll-on = More below

## Guided stories

stories-title = Stories
stories-lead = Each shows one thing on the body and the panels, step by step. Stop where you like and look around.
stories-length = About { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
  }, { $steps } steps
stories-play-short = Play
stories-play = Play: { $title }
story-step = Step { $step } of { $count }
story-back = Step before
story-forward = Next step
story-read-back = Words before
story-read-on = More words
story-pause = Pause
story-go-on = Go on
story-again = Play again
story-pace = Pace: { $pace } times
story-pace-short = { $pace }×
story-look-around = Look around
story-stop = Stop the story

## The card of a point

card-on-channel = { $channel }, point { $number } of { $count }
card-no-organ = Here “{ $organ }” is a name, not your organ: the old word means more.
card-no-organs = Here “{ $organ }” and “{ $other }” are names, not your organs: the old words mean more.
card-no-organ-new = Here “{ $organ }” is a name, not your organ.
card-no-organs-new = Here “{ $organ }” and “{ $other }” are names, not your organs.
card-where = Where
card-also-called = Also called: { $names }.
card-also-placed = Some books place it elsewhere. { $place }
card-roles = Role in tradition: { $roles }.
card-under = Under the skin
card-tradition = Tradition
card-body = Body
card-trials = { $named } of { $of } trials that named their points used this one.
card-studies = Studies that used it
card-study = Read about this study: { $study }
card-caution = Take care
card-sources = Where this comes from
card-source-line = Source: { $sources }
card-more = Tell me more
card-previous = Previous point, { $code }
card-next = Next point, { $code }
card-not-placed = This point has no fixed place, so it has no marker.
card-other-side = Show the other side
close = Close

## Roles that tradition gives points

role-well = well point
role-spring = spring point
role-stream = stream point
role-river = river point
role-sea = sea point
role-lower-sea = lower sea point
role-source = source point
role-connecting = connecting (luo) point
role-cleft = cleft (xi) point
role-back-shu = back-shu point
role-front-mu = front-mu point
role-eight-meeting = one of the eight meeting points
role-confluent = confluent point
role-command = command point
role-crossing = crossing of channels

## Finding

find-title = All points
find-by = Sort by
find-by-channel = By channel
find-by-part = By part of the body
find-found = Points for “{ $query }”
find-count = { $count ->
    [one] One point
   *[other] { $count } points
  }
find-nothing = Nothing found. Try a code such as BL23, a name, or a part of the body such as knee.
find-placeholder = Find a point

## A touch on the body

part-title = You touched: { $part }
part-near = Points nearby
choose-title = Several points lie here. Which one?

## Qi

qi-title = Qi
qi-tag = Tradition
qi-part-meaning = What Qi means
qi-part-flow = Free flow
qi-part-day = Day clock
qi-shown-meaning = The lines are the channels of tradition.
qi-shown-day = Lit: { $channel }.
qi-show-body = See the body
qi-show-words = Back to the words
qi-page = Page { $number } of { $count }
qi-page-next = Next
qi-page-previous = Back a page
qi-drawing-breath = A drawing: steam rises from a bowl of rice.
qi-drawing-hill = A drawing: a hill. The left side lies in the shade, the right side in the sun.
qi-drawing-river = A drawing: a river with side arms, and towns along it.
qi-drawing-phases = A drawing: five discs in a ring, each with an arrow to the next: wood, fire, earth, metal, water.
qi-drawing-map = A drawing: hills, and a folded map with a road on it.
qi-yin = Yin, shade
qi-yang = Yang, sun
qi-wood = Wood
qi-fire = Fire
qi-earth = Earth
qi-metal = Metal
qi-water = Water
qi-flow-do = Put the needles in and watch the flow.
qi-place = Tap to place
qi-place-name = { $code }, { $side ->
    [left] left
   *[right] right
  } side
qi-half = { $side ->
    [left] Left
   *[right] Right
  }: { $state ->
    [dammed] no needle yet. The flow is dammed.
    [seeping] one needle in. A little gets through.
   *[open] two needles in. The flow is open.
  }
qi-stands = { $state ->
    [dammed] No needle yet. The flow is dammed.
    [seeping] One needle in. A little gets through.
   *[open] Two needles in. The flow is open.
  }
qi-side = { $side ->
    [left] Left side
   *[right] Right side
  }
qi-place-both = Place both, { $side ->
    [left] left
   *[right] right
  }
qi-start-over = Start over
qi-play = Let it flow
qi-pause = Pause
qi-hours = { $from } to { $to }
qi-dial = Hour of the day
qi-dial-value = { $now ->
    [yes] { $hours }, { $channel }, now
   *[no] { $hours }, { $channel }
  }
qi-dial-old = In the old clock
qi-dial-no-hours = no hours
qi-dial-now = now { $time }
qi-run = Run the day
qi-to-now = Now
qi-earlier = Earlier
qi-later = Later
qi-channel-course = Said to run from { $from } to { $to }.
qi-channel-points = { $count } points.
qi-channel-pair = Its pair is the { $channel }.
qi-channel-next = From it, Qi is said to pass to the { $channel }.
qi-channel-kind = A { $polarity ->
    [yin] yin
   *[yang] yang
  } { $phase ->
    [wood] channel of the phase wood.
    [fire] channel of the phase fire.
    [earth] channel of the phase earth.
    [metal] channel of the phase metal.
    [water] channel of the phase water.
   *[none] vessel on the midline.
  }
qi-channel-no-hours = It has no hours of its own.
qi-points = Its points here
qi-all-channels = The fourteen channels

## Settings

settings-title = Settings
settings-figure = Figure
settings-skin = Skin
settings-text-size = Text size
settings-text-size-value = { $percent } %
settings-theme = Colours
theme-system = As the computer
theme-light = Light
theme-dark = Dark
theme-contrast = High contrast
settings-motion = Motion
motion-full = Smooth
motion-reduced = Still
settings-screen = Screen size
settings-screen-open = Measure with a bank card
settings-about = About Deqi
settings-placing = How we place the points
settings-picture = Ctrl, Shift and S together save what you see as a picture.
screen-title = How big is your screen?
screen-lead = Hold a bank card flat against the screen. Drag the edge of the drawn card, or press Longer and Shorter, until it is as long as yours. Then a touch reaches just as far as a finger needs.
screen-card = A bank card is 85.6 mm long, everywhere in the world.
screen-edge = Length of the drawn card
screen-done = It fits
screen-wider = Longer
screen-narrower = Shorter

## Pages

page-version = Version { $version }. Content of { $date }.
page-licences = Code: MIT or Apache 2.0. Texts: CC BY 4.0. Figures: CC0. Fonts: SIL Open Font License 1.1 (Atkinson Hyperlegible Next, Source Serif 4, LXGW WenKai, each changed and renamed).
licences-title = Other people’s code
licences-lead = Deqi is built from { $count } pieces of code that other people share. Each has a licence: words that say what others may do with it. Thank you to all who wrote them.
licences-words = The licences
licences-pieces = The pieces
licences-count = { $count ->
    [one] { $count } piece
   *[other] { $count } pieces
}
licences-under = { $count ->
    [one] One piece of code is shared under these words.
   *[other] { $count } pieces of code are shared under these words.
}
licences-whose = Whose work it is

## What lies under the skin
structure-cord = Spinal cord
structure-cord-latin = medulla spinalis
structure-cord-line = Carries signals between brain and body.
structure-long-back = Long back muscle
structure-long-back-latin = erector spinae
structure-long-back-line = Runs beside the spine and holds you up.
structure-multifidus = Deep back muscle
structure-multifidus-latin = multifidus
structure-multifidus-line = Small bundles that steady each back bone.
structure-quadratus = Side back muscle
structure-quadratus-latin = quadratus lumborum
structure-quadratus-line = Goes from the hip bone to the lowest rib.
structure-l2 = Low-back bone
structure-l2-latin = vertebra lumbalis II
structure-l2-line = The second of five, called L2.
structure-disc = Disc
structure-disc-latin = discus intervertebralis
structure-disc-line = A firm cushion between two back bones.
structure-small-nerves = Small nerves
structure-small-nerves-latin = rami posteriores, L1 to L3
structure-small-nerves-line = Go to the skin and muscles of the low back.
structure-hip-bone = Hip bone
structure-hip-bone-latin = os coxae
structure-hip-bone-line = You feel its upper rim at your waist.
structure-sacrum = Base of the spine
structure-sacrum-latin = os sacrum
structure-sacrum-line = Five back bones grown into one.
structure-femur = Thigh bone
structure-femur-latin = femur
structure-femur-line = Its bump at the side can be felt.
structure-maximus = Large buttock muscle
structure-maximus-latin = gluteus maximus
structure-maximus-line = Drawn thin here, so that you see what is below it.
structure-medius = Buttock muscle
structure-medius-latin = gluteus medius
structure-medius-line = Holds the hips level when you walk.
structure-piriformis = Deep hip muscle
structure-piriformis-latin = piriformis
structure-piriformis-line = Lies over the sciatic nerve in most people.
structure-sciatic = Sciatic nerve
structure-sciatic-latin = nervus ischiadicus
structure-sciatic-line = Runs down the back of the leg.
structure-femoral = Thigh nerve
structure-femoral-latin = nervus femoralis
structure-femoral-line = Runs to the front of the thigh.

## The contact sheet that a practitioner signs

contact-title = { $part } · { $figure ->
    [woman] woman
    [man] man
   *[neutral] neutral figure
} · seen { $from }
contact-part-whole-back = The whole back
contact-part-whole-front = The whole front
contact-part-whole-left = The left side
contact-part-whole-right = The right side
contact-part-low-back = Low back to tailbone
contact-part-sacrum = Base of the spine
contact-part-buttock = Buttock
contact-part-upper-back = Upper back
contact-part-shoulder = Shoulder
contact-part-neck = Neck and back of the head
contact-part-head-front = Face
contact-part-head-side = Side of the head
contact-part-head-top = Crown
contact-part-forearm-back = Back of the forearm
contact-part-forearm-palm = Palm side of the forearm
contact-part-hand-back = Back of the hand
contact-part-hand-edge = Little-finger edge of the hand
contact-part-hand-thumb = Thumb edge of the hand
contact-part-thigh-back = Back of the thigh
contact-part-thigh-outer = Outer thigh
contact-part-knee-front = Front of the knee
contact-part-knee-back = Back of the knee
contact-part-leg-back = Calf
contact-part-leg-outer = Outer side of the leg
contact-part-leg-inner = Inner side of the leg
contact-part-foot-top = Top of the foot
contact-part-foot-outer = Outer edge of the foot
contact-part-foot-inner = Inner edge of the foot
contact-part-foot-sole = Sole
contact-part-shoulder-back = Shoulder blade
contact-part-shoulder-outer = Outer side of the shoulder
contact-part-chest = Chest
contact-part-belly = Belly
contact-part-flank = Flank
contact-part-throat = Throat, mouth and nose
contact-part-neck-side = Side of the neck
contact-part-ear = Around the ear
contact-part-arm-front = Front of the upper arm
contact-part-arm-outer = Outer side of the upper arm
contact-part-arm-back = Back of the upper arm
contact-part-arm-inner = Inner side of the upper arm
contact-part-forearm-outer = Thumb side of the forearm
contact-part-forearm-inner = Little-finger side of the forearm
contact-part-hand-palm = Palm
contact-part-thigh-front = Front of the thigh
contact-part-thigh-inner = Inner thigh
contact-part-knee-inner = Inner side of the knee
contact-part-leg-front = Shin
contact-part-close = Close view of { $point }
contact-from-back-left = from the back and the left
contact-from-above-behind = from above and behind
contact-from-above-front = from above and the front
contact-from-inner = from the inner side
contact-from-outer = from the outer side
contact-from-point = from straight above the point
contact-goes-on = The table goes on on page { $page }.
contact-goes-on-from = The table of page { $page } goes on. The picture is there.
contact-towards-left = body’s left
contact-towards-right = body’s right
contact-towards-front = front
contact-towards-back = back
contact-code = Point
contact-rule = Where the rule puts it
contact-right = right
contact-move-to = move to
contact-initials = initials
contact-on-line = no card; a line or a rule needs it
contact-elsewhere = Also shown, with the rule on another page: { $points }.
contact-elsewhere-one = { $code } (page { $page })
contact-overview = The whole figure: points with a card, by name. Their rules stand on the pages of the parts.
contact-key = Full disc: a point with a card. Ring: a point without a card, which a line or another rule needs. Small cross: a bone or crease that a rule starts from.
contact-bar = { $length } cm
contact-foot = Deqi { $version } · content of { $date } · places not yet signed off by a practitioner
contact-page = page { $page } of { $pages }

## Needle and brain: sentences from the model

needling-no-needle = No needle is in.
needling-came-out = The needle came out after 30 minutes.
needling-taken-out = The needle is out.
needling-pretend = A pretend needle touches the skin.
needling-still = The needle is in and rests.
needling-turned = The needle is in and is turned.
needling-current = The needle is in and a small current runs.
needling-minute = Minute { $minute }. { $needle }
needling-feels = People may feel: { $words }.
feel-ache = ache
feel-soreness = soreness
feel-pressure = pressure
feel-tingling = tingling
feel-numbness = numbness
feel-dull-pain = dull pain
feel-heaviness = heaviness
feel-warmth = warmth
feel-fullness = fullness
feel-coolness = coolness
needling-tissue-wound = Soft tissue winds round the needle.
needling-adenosine-up = Adenosine, a calming chemical, has risen near it.
needling-flow-up = A little more blood flows there.
needling-gate-and-signal = { $gate }; { $signal }.
needling-gate-open = The gate in the spine is open
needling-gate-a-little = As one idea has it, the gate in the spine is a little closed
needling-gate-half = As one idea has it, the gate in the spine is half closed
needling-gate-mostly = As one idea has it, the gate in the spine is mostly closed
needling-signal-same = the pain signal is as strong as before
needling-signal-a-little-lower = the pain signal is a little lower than before
needling-signal-lower = the pain signal is lower than before
needling-signal-much-lower = the pain signal is much lower than before
needling-brake-on = The brain’s brake is on.
needling-brake-may = The brain’s brake may be on, as it seems to be in animals.
needling-opioids-act = The body’s own painkillers act.
needling-opioids-may = The body’s own painkillers may act, but in people tests of this clash.
needling-opioids-blocked = The body’s own painkillers are blocked.
needling-comfort = Rest, care and hope ease pain too.
needling-pain-people = In people, { $pain }.
needling-pain-mice = In mice, { $pain }.
needling-pain-same = pain is as before
needling-pain-a-little-less = pain is a little less than before
needling-pain-less = pain is less than before
needling-pain-much-less = pain is much less than before
needling-pain-not-tried = this was not tried
needling-blood-not-up = In the blood, endorphin has not risen.
needling-linked-to = In animals, { $frequency } is linked to { $opioids }.
curve-empty = An empty graph of relief over two hours. Put the needle in, and a curve appears.
curve-one = A curve of relief over two hours, { $who }. { $relief }
curve-both = Two curves of relief over two hours, { $who }. As usual: { $relief } As tried: { $tried }
curve-tried = { $how } { $relief }
curve-not-tried = Nobody tried it there, so this line says nothing.
curve-flat = No relief: the line stays flat.
curve-rises = Relief is highest at about minute { $minute }, then slowly fades.
curve-rises-on = Relief still rises at the end.
curve-as-usual = About as much as usual.
curve-less = Less than usual.
curve-more = More than usual.
curve-illustrative = { $curve } The shape is illustrative.
course-lines = Two lines over the visits and the year after. Next to no acupuncture, about { $none } of 100 parts of the gain are left at the end. Next to a pretend needle, about { $pretend } of 100 parts are left. That gain was much smaller from the start.
course-now-visits = The dots stand in week { $week } of the visits, where the rise is illustrative.
course-now-after = The dots stand { $weeks } weeks after the last visit, at about { $none } and { $pretend } of 100 parts.
opioid-enkephalin = enkephalin
opioid-beta-endorphin = beta-endorphin
opioid-endomorphin = endomorphin
opioid-dynorphin = dynorphin
frequency-2 = 2 pulses a second
frequency-100 = 100 pulses a second
frequency-alternating = 2 and 100 in turn
course-visits = Week { $week } of the visits.
course-after =
    { $weeks ->
        [0] The visits are over.
        [one] One week after the last visit.
       *[other] { $weeks } weeks after the last visit.
    }
course-against-none = Compared with no acupuncture, { $kept }.
course-against-pretend = Compared with a pretend needle, { $kept }.
course-kept-all = all of the gain is there
course-kept-most = most of the gain is still there
course-kept-more-than-half = more than half of the gain is still there
course-kept-half = about half of the gain is left

## Benefits, evidence, safety, your visit

nav-benefits = Benefits
nav-evidence = Evidence
nav-safety = Safety
nav-visit = Your visit
chapter-empty = Nothing is told here yet
chapter-empty-why = The content that is open has no part on this.
chapter-contents = Contents
glance-more = More on this: { $name }
chapter-next = Next: { $name }
chapter-studies = All studies
chapter-myths = Often said
chapter-questions = Check yourself
panel-for-whom = For whom?
panel-compared-with = Compared with what?
panel-not-do = What it does not do.
panel-you-can = What you can do
panel-open = Open: { $name }
picture-which = Which picture
picture-number = Picture { $number }
aside-read = How to read this
aside-numbers = The numbers
aside-sources = Source
aside-in-words = The picture in words
aside-time = Measured at this time:
bearing-title = Where this comes from
bearing-open = Where this comes from
bearing-lead = What is said here rests on these statements and their sources.
bearing-certainty = How sure: { $certainty }.
bearing-compared = Compared with: { $with }.
bearing-dates = Checked on { $checked }, due again by { $due }.
bearing-overdue = Past its date: it still stands here, and should be checked again.
harms-lead = Side effects.
harms-see = See all
reading-dial = How much it tells
reading-plain = Plain
reading-more = More
reading-science = Science
term-lead = Words explained:
term-sound = (say “{ $sound }”)
list-ticked =
    { $count ->
        [0] Nothing ticked yet.
        [one] One ticked. Show this list before the first needle.
       *[other] { $count } ticked. Show this list before the first needle.
    }
list-picked =
    { $count ->
        [0] No question picked yet.
        [one] One question picked.
       *[other] { $count } questions picked.
    }
sure-how = How sure are we?
gauge-says = { $asks } { $certainty }.
certainty-very-low = Very low
certainty-very-low-to-low = Very low to low
certainty-low = Low
certainty-low-to-moderate = Low to moderate
certainty-moderate = Moderate
certainty-high = High
certainty-small = Few people, or one study
certainty-disputed = Studies contradict each other
certainty-on-record = On record
certainty-tradition = Told as tradition
chart-of = of { $of }, { $counted }
chart-of-all = of { $of }
chart-from-to = { $from } to { $to }
chart-not-tested = not tested in this study
chart-squares = Each small square is { $people } people. Each cross is one person who { $counted }.
chart-time = { $time } { $unit }
table-group = Group
table-shown = Shown
table-published = As published
table-people = People
table-of = { $value } of { $of }
table-after = { $value } after { $time }
table-study = Study
table-compared = What, against what, when
table-difference = Difference
table-none = –
effect-points = points of { $of }
effect-people = people of { $of }
effect-deviations = standard deviations (0.2 small, 0.5 middling, 0.8 large)
effect-better = { $size } better
effect-worse = { $size } worse
effect-none = no gap
effect-no-difference = no difference
effect-acupuncture-better = acupuncture better
effect-other-better = other better
effect-says = { $study }. { $outcome } { $against }, { $time }: { $gain } with acupuncture, in { $scale }.
effect-likely = { $from } to { $to }
effect-range = The likely range is { $from } to { $to }.
effect-chance = It holds “no difference”, so the gap could be chance.
study-pain = Less pain?
study-function = Moving better?
study-lasting = Does it last?
study-safety = What can go wrong?
study-acute = New back pain?
study-sciatica = Leg pain?
study-advice = Advice and rules
study-against-sham = Next to pretend needles
study-against-usual = Next to usual care
study-against-nothing = Next to no treatment
study-against-other = Next to other treatment
study-review = Review of many studies
study-trial = Trial: groups made by chance
study-cohort = People followed, no group to compare with
study-guideline = Guideline
study-coverage = Rule on who pays
study-kind = { $kind }, { $year }
study-found = What it found.
study-limits = What it cannot tell.
study-made = How it was made.
study-size = How large.
study-sure = How sure.
study-sure-own = Where no review rated it, the word is our own.
study-points = Points it names
study-points-note = In big studies the exact spot made little difference.
study-close = Close the study
studies-title = All studies
studies-lead = Every study, review and rule behind what is said here. Choose a question, or open one.
studies-about = About what?
studies-against = Compared with what?
studies-with-sham = Pretend needles
studies-with-usual = Usual care
studies-with-nothing = No treatment
studies-with-other = Other treatment
studies-since = How new?
studies-since-year = { $year } or later
studies-all = Any question
studies-all-against = Any comparison
studies-all-years = Any year
studies-count =
    { $count ->
        [0] No study fits.
        [one] One of { $all } is listed.
       *[other] { $count } of { $all } are listed.
    }
studies-plot = Effects in { $scale }
studies-row = { $outcome } { $against }, { $time }.
studies-choose = Choose a study
studies-choose-how = Open a study in the list. Here you see what it found, how sure that is, and what it cannot tell.
studies-read-plot = In the picture, a dot is the best guess and the line through it the likely range. Left of “no difference” needles did better, right of it the other did. Where the line crosses “no difference”, the gap could be chance. All dots are the same size. How many people a study had stands in its numbers.
grid-what = What do you do?
grid-points = How many points of 100 less pain?
grid-people = How many of 100 people got clearly better?
grid-harms = What can go wrong?
grid-none = no figure we trust
myths-title = Often said
myths-lead = You may hear these. Here is what is known.
myths-said = “{ $said }”
questions-true = True.
questions-not-so = Not so.
questions-title = Check yourself
questions-lead = Pick what you think is true, and see why. No score is kept.
staff-door-title = Staff only
staff-door-lead = Type the PIN of this screen.
staff-door-none = No PIN was set up for this screen, so nobody can come in here. To set one up, run “deqi pin” and put the line that it writes into the set-up file.
staff-door-typed = { $typed } of { $all } digits
staff-door-wrong = That PIN is not right.
staff-door-wait =
    { $seconds ->
        [one] Wait { $seconds } second.
       *[other] Wait { $seconds } seconds.
    }
staff-door-wait-minutes =
    { $minutes ->
        [one] Wait { $minutes } minute.
       *[other] Wait { $minutes } minutes.
    }
staff-door-erase = Erase
staff-title = Staff page
staff-lead = It closes by itself after three minutes without a touch. Then the screen starts anew for the next visitor.
staff-back = Back to the visitors’ screen
staff-back-page = Back to the staff page
staff-clean = Clean the screen
staff-clean-how = For one minute no touch counts.
staff-pack = Check the content
staff-pack-how = Read the content pack as it is now, and see what is wrong with it.
staff-size = Screen size
staff-size-how = Measure it with a bank card, so that buttons are as large as fingers need.
staff-printer = Printer
staff-printer-how = Print a test page, and see whether the printer takes it.
staff-records = Counters and record
staff-records-how = Visits, restarts, and why the program had to start again. Nothing about any visitor.
staff-restart = Start again
staff-restart-how = End the program and open it anew.
staff-leave = Leave the kiosk
staff-leave-how = End the program for good, so that the computer can be used.
staff-cleaning = You can wipe the screen now
staff-cleaning-how = No touch counts until the time is over.
staff-cleaning-left =
    { $seconds ->
        [one] { $seconds } second left
       *[other] { $seconds } seconds left
    }
staff-pack-built-in = No pack is set up. The built-in content is shown.
staff-pack-folder = The pack in { $folder }:
staff-pack-sound = Nothing is wrong with it.
staff-pack-faults =
    { $count ->
        [one] One thing to look at:
       *[other] { $count } things to look at:
    }
staff-size-line = To keep this size, put this line into the set-up file: { $line }
staff-size-small = This screen is too small for buttons of { $wanted } mm: the smallest are { $mm } mm here. A larger screen would suit fingers better.
staff-printer-none = No printer is set up for this screen. To set one up, put its name into the set-up file: printer: Some("Front_Desk"), and start again. “lpstat -p” lists the names.
staff-printer-bad = The set-up file names a printer “{ $name }”. Names have only letters, digits, “_”, “-” and “.”. “lpstat -p” lists them.
staff-printer-name = Pages go to the printer “{ $name }”.
staff-printer-limits = Visitors can print one page a minute, three pages in a visit, and { $day } in a day.
staff-printer-square = This build of Deqi makes no pages for visitors, only the square for their phone. A test page can be printed all the same.
staff-printer-print = Print a test page
staff-printer-sent = The test page is on its way to the printer.
staff-printer-taken = The printer took the test page. Please look whether it comes out.
staff-printer-not-taken = The printer did not take the test page. Is it switched on, and is its name right?
staff-printer-busy = Another page is on its way. Please wait until it is printed.
staff-printer-soon =
    { $seconds ->
        [one] Please wait one second before the next test page.
       *[other] Please wait { $seconds } seconds before the next test page.
    }
trial-page-title = Deqi: test page
trial-page-works = The printer of this screen works.
trial-page-frame = The frame should be whole on all four sides, and the five greys should differ.
trial-page-visitors = Staff asked for this page. Nothing of any visitor is on it.
staff-records-none = There is nothing to read yet.

## The page to take away

handout-title = Acupuncture for your low back
handout-lead = This page is for you. Show it at your visit, or to your doctor.
handout-lead-plan = This page goes with what you were shown. Bring it next time.
handout-first = First read the warning signs. If you have one, get help.
handout-plan = Your plan
handout-step-name = { $point }, { $side }
handout-side-left = on your left side
handout-side-right = on your right side
handout-side-both = on both sides
handout-side-middle = in the middle
handout-how-needle = A thin needle.
handout-how-heat = Warmth.
handout-how-cup = A cup that draws the skin up.
handout-how-electro = Thin needles with a weak current.
handout-each-needle = A thin needle at each place.
handout-each-heat = Warmth at each place.
handout-each-cup = A cup that draws the skin up at each place.
handout-each-electro = Thin needles with a weak current at each place.
handout-cut = Long notes were cut to fit the page.
handout-more = and { $count } more
handout-tell = Tell them before the first needle
handout-questions = Your own questions
handout-write = Write down here what you want to ask.
handout-benefits = What it may do
handout-harms = What can go wrong
handout-sources = Where this comes from
handout-sources-named = Where to find each stands on this page in usual print.
handout-sources-elsewhere = All sources stand on this page in usual print, and in Deqi.
handout-mark-where = Mark with a pen where it hurts.
handout-picture-bare = A whole body, to be marked with a pen.
handout-picture = A body with the places { $numbers } of your plan.
handout-seen-back = From the back: left is your left.
handout-seen-front = From the front: left is your right.
handout-seen-left = From your left.
handout-seen-right = From your right.
handout-square = The square is for a phone’s camera: this page in short. No internet is needed.
handout-square-alt = A square code with a short version of this page: the plan, your questions, and when to get help.
handout-short-warning = Get help now (911 US, 999 UK, 112 Europe) if you have back pain and:
handout-short-foot = From Deqi. It informs, it does not treat. Ask your doctor.
handout-made = Made with Deqi, looked over on { $day }.
handout-foot = It informs and does not treat: ask your doctor. Never needle yourself.
handout-page = Page { $page } of { $pages }
take-title = A page to take away
take-lacking = A pack leaves out what no page may go without, so no page can be made. Say “deqi check” to see what.
take-on-it = What is on it
take-lines = { $count ->
    [one] one line
   *[other] { $count } lines
}
take-no-questions = room to write some
take-numbers = the same numbers as on screen
take-print = Print
take-usual = Usual
take-large = Large
take-paper = Paper
take-a4 = A4
take-letter = Letter
take-words = Words
take-make = Make the page
take-cancel = Stop
take-drawing = Step 1 of 2: the figure is being drawn.
take-setting = Step 2 of 2: the page is being set.
take-ready = { $pages ->
    [one] Your page is ready.
   *[other] Your page is ready: { $pages } sides.
}
take-steps = Your plan has { $all } steps. No more than { $most } fit on the page.
take-steps-cut = { $first ->
    [one] The page holds only the first step of your plan, out of { $all }. The others did not fit.
   *[other] The page holds the first { $first } of your { $all } steps. The others did not fit.
}
take-notes-cut = Long notes of your plan were cut to fit the page.
take-sources-cut = There was no room for all sources. They stand on the page in usual print.
take-sources-found = Sources stand on the page by name alone: there was no room for more.
take-visit-cut = What happens at a visit and after it stands there in one sentence each.
take-figure-cut = There was no room for the figure.
take-pen-cut = There was no room to write your own questions.
take-questions-cut = The page holds the first { $first } of your { $all } questions.
take-words-cut = What it may do and what can go wrong stand there in plain words: yours did not fit.
take-failed = The page could not be made. { $why }
take-save = Save
take-open = Open to print
take-open-page = Open
take-print-now = Print
take-saved = Saved as { $path }. Whoever uses this computer can read it there.
take-not-saved = It could not be saved: { $why }. Nothing else was changed.
take-opened = Saved as { $path }, and opened in another program. Print it from there.
take-not-opened = It was saved, but no program could open it: { $why }
take-printing = It is on its way to the printer.
take-printed = The printer has it. Please take it with you.
take-handed = It was handed to the usual printer of this computer. Please look whether it comes out.
take-handed-to = It was handed to the printer “{ $printer }”. Please look whether it comes out.
take-none-set-up = This computer has no usual printer. Save the page, or open it and print it from there.
take-not-taken = The printer did not take it. Is it switched on? You can also save the page, or open it and print it from there.
take-soon = The printer needs a rest. Please try again in { $seconds } seconds.
take-enough = This is all that one visit can print. The square still works.
take-enough-today = The printer has done enough for today. The square still works.
take-long = This page is too long to print here. The square still works.
take-no-printer = The printer does not answer. Please use the square, or ask the staff.
take-no-pages = This screen makes no printed pages. Use the square: it holds the short version.
take-phone = On your phone
take-in-words = What the square says
take-along = Take it along
take-handout = Handout

## What is wrong with a pack that is being written

problems-title = { $count ->
    [one] Your pack has one problem
   *[other] Your pack has { $count } problems
}
problems-hide = Hide
## Plans

plan-title = Your plan
plan-tabs = Parts of the plan
plan-tab-points = Points
plan-tab-draw = Draw
plan-tab-kept = Saved
plan-undo = Undo
plan-redo = Redo
plan-put-away = Show the body alone
plan-show-sheet = Show the plan
plan-present = Present
plan-patient-window = Patient’s window
plan-empty = Touch points on the body to take them into the plan. Or find one by its name below.
plan-full = The plan is full. Take a point out to add another.
plan-which = Which of these points?
plan-none-of-them = None of them
plan-seek = Add a point
plan-seek-hint = Name or code, as BL23
plan-add-named = Add { $point }
plan-add-this = Add to the plan
plan-open-step = In the plan: step { $step }
plan-favourites = Your favourites
plan-favour = Make { $code } a favourite
plan-unfavour = { $code } is a favourite: take it off
plan-examples = Start with a teaching example
plan-step-row = Step { $step }: { $said }
plan-move-up = Move up
plan-move-down = Move down
plan-remove = Take out
plan-side = On which side
plan-how = What is done
plan-step-note = Note for this point, printed on the page
plan-note = Note on the whole plan, printed on the page
plan-new = Start anew
plan-name = Name of the plan
plan-name-hint = Something you will know again
plan-name-warning = Do not use a patient’s full name. The plan stays on this computer.
plan-keep = Save
plan-kept-title = Saved plans
plan-none-kept = Nothing is saved yet.
plan-open-named = Open “{ $name }”
plan-delete-named = Delete “{ $name }”
plan-files = Files
plan-files-lead = A plan can go to another computer as a file. To read one, drop it on this window.
plan-export = Save as a file
plan-import-named = Read the file “{ $file }”
plan-picture = Save this view as a picture
plan-picture-name = Deqi picture
plan-nameless = Give the plan a name first.
plan-kept = Saved as “{ $name }”.
plan-replaced = Saved as “{ $name }”. Another plan of this name was there before.
plan-deleted = “{ $name }” was deleted.
plan-bring-back = Bring it back
plan-keep-older = Keep the older one too
plan-older = { $name }, older { $number }
plan-opened = “{ $name }” is open.
plan-found = Here is the plan that was on the table when Deqi closed. It is not saved under a name yet.
plan-draft = Plan on the table
plan-aside = Another plan was on the table before. It was not thrown away.
plan-whole-kept = All that is there of it stands under “Saved”, as “{ $name }”.
plan-draft-damaged = The disk changed some of it. Read it with care before you use it.
plan-too-large = This plan is too large to keep: there is too much drawn in it. Take some lines away, then try again.
plan-opened-partly = “{ $name }” is open. Some of it could not be read and was left out:
plan-refused = This file could not be read. Your plan is as it was.
plan-written = Saved as a file: { $path }
plan-pictured = Saved as a picture: { $path }
plan-failed = That did not work. { $why }
plan-heard = Fine
plan-gone = This plan is no longer there.
plan-no-folder = This computer has no folder for documents.
plan-no-picture = The picture could not be taken.
plan-on-body = The plan: { $steps }.
plan-mark = Step { $step }: { $point }, { $how }
plan-stroke = A line: { $ink }
plan-drawn-near = near { $point }
plan-drawn-on = drawn on another body: { $figure }
plan-drawn = What is drawn
plan-erase-named = Take away: { $drawing }
plan-light-out = Put the light out
plan-ink = What the line means
plan-stamp = What the stamp says
plan-reach = How wide the light is
plan-put-at = Put it at { $code }
plan-put-choose = Touch the body where you want it. By keyboard: go to the body, choose a point with the arrows, and come back here.
how-needle = needle
how-heat = heat
how-cup = cup
how-electro = weak current
sides-both = both sides
ink-plain = plain
ink-pain = pain
ink-tradition = a channel
ink-body = a nerve
stamp-pain = It hurts here
stamp-needle = A needle
stamp-heat = Heat
stamp-cup = A cup
stamp-arrow = Pain travels
light-small = Small
light-middle = Middle
light-large = Large
tool-hand = Hand
tool-pen = Pen
tool-stamp = Stamp
tool-light = Light
tool-eraser = Eraser
tool-hand-says = Your finger turns the body. Choose a tool to draw on it.
tool-pen-says = Your finger draws on the skin. Two fingers turn and zoom.
tool-stamp-says = Touch the body to put the stamp there.
tool-light-says = Touch the body to light that place and dim the rest.
tool-eraser-says = Touch a line or a stamp to take it away.
present-all = The plan at a glance
present-lead = { $count ->
    [one] The plan has one point.
   *[other] The plan has { $count } points. We look at them one by one.
}
present-line = { $number }. { $code }, { $english }: { $said }
present-no-advice = The plan explains what may be done here. Ask about anything you want to know. You can say no at any time.
present-step = Point { $step } of { $count }
present-note = Note: { $note }
present-back = Page before
present-next = Next
present-done = Done
present-stop = Stop presenting
patient-title = Deqi: for you

## When something cannot be kept

keep-homeless = This computer names no folder to keep things in. What you enter lasts until you close Deqi.
keep-damaged = The file { $file } was damaged. Nothing was thrown away: it is now called { $kept }. A new one was begun.
keep-damaged-restored = The file { $file } was damaged. It is now called { $kept }. What was there when Deqi last started is back.
keep-gone-restored = The file { $file } was empty or gone. What was there when Deqi last started is back.
keep-damaged-now = The file { $file } is damaged. What you enter stays on the screen, but it is not kept. Make a backup, then start Deqi again.
keep-newer = The file { $file } comes from a newer Deqi. It was left as it is. Please update Deqi. What you enter now lasts until you close it.
keep-foreign = The file { $file } is not one of Deqi’s. It was left as it is. Give it another name, then try again.
keep-busy = The file { $file } is open in another window. Close that window, then try again. What you enter now lasts until you close Deqi.
keep-full = The disk is full, so { $file } could not be changed. What was kept before is safe. Make room on the disk, then try again.
keep-read-only = The file { $file } cannot be changed here: the disk or the folder is locked. You can read. What you enter lasts until you close Deqi.
keep-unreadable =
    { $count ->
        [one] One entry in { $file } cannot be read. It was left in the file.
       *[other] { $count } entries in { $file } cannot be read. They were left in the file.
    }
keep-failed = The file { $file } could not be used: { $said }. What was kept before is safe. Please try again.

## The diary


diary-title = My diary
diary-lead = Write down how your back is, when you like. It is yours: no scores, no reminders.
diary-lead-empty = Your first entry takes a minute. Everything in it is up to you, and you can change it later.
diary-write = Write an entry
diary-go-on = Go on with your entry
diary-found = Here is what you had begun for { $day }. It is not in your diary yet. You can go on with it, or leave it.
diary-waits = You had begun one more entry, for { $day }. It comes when you are done with this one.
diary-undo = Undo
diary-redo = Redo
diary-keep = Take along, back up, delete
diary-retry = Try again
diary-unsaved = Not on the disk yet. It stays on this screen until you close Deqi.
diary-shared = Anyone who uses this computer account can read your diary. It is not encrypted. Nothing leaves this computer.
diary-day =
    { $day } { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    } { $year }
diary-place = { $part }, { $side }
diary-places = It hurts here: { $places }.
diary-no-place = No place is marked.
diary-left = Left
diary-right = Right
diary-middle = Middle
diary-plot = Pain, week by week
diary-plot-scale = 0 is no pain, 10 the worst you can think of
diary-plot-visit = a visit
diary-plot-mean = average of a week
diary-plot-entry = one entry
diary-course =
    { $count ->
       *[other] { $count } entries with a number for pain, from { $first } to { $last }. The least was { $least } of 10, the most { $most } of 10.
    }
diary-course-one = One entry with a number for pain: { $pain } of 10 on { $day }. With more entries you can see how it goes.
diary-course-none = No entry has a number for pain yet.
diary-course-weeks = In the week of { $first } the average was { $before }; in the week of { $last } it was { $after }. An average does not say why.
diary-course-visits =
    { $count ->
        [one] You marked one visit.
       *[other] You marked { $count } visits.
    }
diary-course-odd =
    { $count ->
        [one] One entry has a date that looks like a slip. It is in the list, but not in the picture.
       *[other] { $count } entries have dates that look like slips. They are in the list, but not in the picture.
    }
diary-odd = Is this date right?
diary-table-show = Show the numbers as a table
diary-table-hide = Hide the table
diary-table-name = Pain by week
diary-table-week = Week of
diary-table-mean = Average
diary-table-range = Least to most
diary-table-count = Entries
diary-range = { $least } to { $most }
diary-entries = All entries, the newest first
diary-row-pain = pain { $pain } of 10
diary-row-visit = visit
diary-row = Change the entry of { $day }: { $said }
diary-row-else = no number for pain
diary-entry-new = A new entry
diary-entry-old = Change an entry
diary-entry-day = Which day?
diary-day-before = The day before
diary-day-after = The day after
diary-pain = How strong was the pain?
diary-pain-least = No pain
diary-pain-most = The worst you can think of
diary-pain-ends = 0: { $least }. 10: { $most }.
diary-pain-now = { $pain } of 10
diary-pain-unset = Not said yet
diary-pain-less = Less pain
diary-pain-more = More pain
diary-pain-clear = Leave it out
diary-where = Where did it hurt?
diary-stage-how = Paint where it hurts. A tap on a place takes its paint away. Drag beside the body to turn it.
diary-where-how = Paint on the body with a finger or the mouse. Or choose here; both are the same.
diary-where-list = Choose where it hurt.
diary-where-clear = Nowhere
diary-where-all = Show the whole body in the list
diary-where-fewer = Show only the back and legs
diary-doing = What could you do?
diary-doing-about = Four questions of our own. They are not a medical test. They help you see how one day went next to another.
diary-doing-morning = Get out of bed and dressed
diary-doing-sitting = Sit through a meal
diary-doing-feet = Be up on your feet
diary-doing-plans = Do what you had planned
diary-ease-well = Without trouble
diary-ease-some = Some trouble
diary-ease-hard = Much trouble
diary-ease-not = Could not
diary-skip = Leave out
diary-sleep = How did you sleep?
diary-sleep-well = Well
diary-sleep-broken = Woke now and then
diary-sleep-little = Hardly at all
diary-medicines = What did you take?
diary-medicines-hint = Name and how much, in your own words
diary-visit-ask = Did you have a treatment?
diary-visit-no = No treatment
diary-visit-yes = I had a treatment
diary-visit-mark = yes
diary-points = Which points, if you know?
diary-points-hint = Such as BL23, BL40
diary-note = Anything else?
diary-note-hint = What you want to remember
diary-save = Keep this entry
diary-discard = Leave it as it was
diary-delete = Delete this entry
diary-signs-first = First, a question about safety
diary-signs-why-first = Pain that is new is worth a check. Do you have any of these?
diary-signs-why-more = Your pain is stronger than in your last entry. Do you have any of these?
diary-signs-why-place = It hurts in a new place. Do you have any of these?
diary-signs-why-today = And any of these?
diary-signs-list = List { $number } of 2
diary-signs-yes = Yes, or I am not sure
diary-signs-no = No, none of these
diary-signs-kept = Your answer is not kept.
diary-keeping-title = Your diary as files
diary-keeping-where = Files are put here: { $folder }
diary-keeping-take = For your doctor
diary-keeping-take-how = A page of plain words to print or show, or a table for other programs.
diary-keeping-take-pdf = A PDF with your plot and all you wrote, to print or send. Or plain words, or a table for other programs.
diary-export-page = Write plain words
diary-pdf-make = Make a PDF
diary-pdf-making = Your diary is being set on paper …
diary-pdf-cancel = Stop
diary-pdf-ready =
    { $pages ->
        [one] It is written, one page: { $file }
       *[other] It is written, { $pages } pages: { $file }
    }
diary-pdf-open = Open it
diary-pdf-failed = It could not be made: { $why }
diary-export-table = Write a table (CSV)
diary-keeping-back-up = Keep it safe
diary-keeping-back-up-how = A backup holds the whole diary. Put it on another disk or a stick.
diary-backup = Make a backup
diary-keeping-restore = Bring a backup back
diary-keeping-restore-how = Entries that are not in your diary yet are added. Nothing is replaced, and you can undo it.
diary-keeping-restore-none = There is no backup in this folder.
diary-restore = Bring back: { $name }
diary-keeping-erase = Delete everything
diary-keeping-erase-how = The diary and the copies that Deqi made of it go for good. So do the files it wrote for you, if you want. Pictures of the screen and pages to take away that you saved stay: delete those yourself. This cannot be undone.
diary-erase = Delete everything …
diary-erase-sure = Delete your whole diary for good?
diary-erase-files =
    { $count ->
        [one] Delete its file too
       *[other] Delete its { $count } files too
    }
diary-erase-yes = Yes, delete it for good
diary-erase-no = No, keep it
diary-back = Back to my diary
diary-written = It is written: { $file }
diary-restored =
    { $count ->
        [0] Everything in this backup is in your diary already.
        [one] One entry came back.
       *[other] { $count } entries came back.
    }
diary-backup-newer = This backup comes from a newer Deqi. Please update Deqi, then try again. Nothing was changed.
diary-backup-large = This file is too large for a diary. Nothing was changed.
diary-backup-strange = This file is no backup of a diary, or it is damaged. Nothing was changed.
diary-flaw-empty = There is nothing in this entry yet. Say at least one thing, or leave it.
diary-flaw-long = A text is too long: at most { $most } signs.
diary-flaw-other = Something in this entry is not possible, so it was not kept. Please look at it again.
diary-erased = Everything is deleted: the diary, and every copy of it that Deqi had made.
diary-page-title = My back: a diary
diary-page-made = Written on { $day }.
diary-page-line = { $what }: { $said }
diary-scale-note = Pain: 0 is none, 10 the worst one can think of. The questions on what one could do are Deqi’s own, not a medical test.
diary-head-day = Day
diary-head-pain = Pain, 0 to 10
diary-head-where = Where
diary-head-sleep = Sleep
diary-head-medicines = Medicines
diary-head-visit = Treatment
diary-head-points = Points
diary-head-note = Note
diary-pdf-entries = Every entry
diary-pdf-key = Rings: single entries. Line with dots: the average of each week. Wedges: days with a treatment.
diary-pdf-foot = Written by the person whose diary it is, with Deqi. It is no medical record.
diary-pdf-unprinted = A question mark may stand for a sign that this page cannot print. The table and the plain words have it as it was written.
