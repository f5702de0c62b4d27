### The words of the interface, in plain English. Everything else that a visitor reads is in the packs.

## The bar at the top

app-name = Deqi
app-hanzi = 得气
nav-back = Back
nav-home = Home
nav-body = Body
nav-menu = Menu
nav-settings = Settings
nav-text-size = Text size
nav-warning-signs = Warning signs
find-field = Find a point
find-clear = Clear

## Views of the body

view-low-back = Low back
view-back = Back
view-front = Front
view-left = Left
view-right = Right
view-head = Head
view-hand = Hand
view-foot = Foot
views-name = Parts of the body to look at
zoom-in = Closer
zoom-out = Wider
zoom-whole = Whole body
list-open = List
body-plain = A { $figure } standing figure, seen { $from }. Touch a point, or use the arrow keys.
body-chosen = A { $figure } standing figure, seen { $from }. Chosen: { $point }.
body-loading = The body is on its way.
from-front = from the front
from-back = from the back
from-left = from its left side
from-right = from its right side
from-above = from above
from-below = from below
side-left = left side
side-right = right side
side-midline = middle

## The first sheet

welcome-title = Touch a point on the low back
welcome-lead = Deqi (“duh-chee”) is the dull ache of a needle taking hold. Each point tells two stories: what Chinese tradition says, and what the body does.
welcome-turn = Drag to turn the body. Pinch or use + and − to come closer.
welcome-figure = Which body do you want to see?
welcome-list = See all points as a list
welcome-sure = How we place the points
welcome-not-advice = Deqi explains. It does not replace your doctor.
skin-name = Skin tone
skin-number = Skin tone { $number } of 5
figure-name = Figure
figure-woman = Woman
figure-man = Man
figure-neutral = Neutral

## The card of a point

card-on-channel = { $channel }, point { $number } of { $count }
card-no-organ = An old name, not your organ.
card-where = Where
card-under = Under the skin
card-tradition = Tradition
card-body = Body
card-tradition-doubt = Science has not found Qi or channels in the body.
card-body-doubt = In big studies, other spots often worked about as well.
card-tradition-grade = Tradition
card-trials = { $named } of { $of } trials that named their points used this one.
card-caution = Take care
card-sources = Where this comes from
card-source-line = Source: { $sources }
card-more = Tell me more
card-plain = Plain words
card-level = How much to tell
card-previous = Previous point, { $code }
card-next = Next point, { $code }
card-not-placed = This point has no fixed place, so it has no marker.
card-other-side = Show the other side
card-missing = We have not verified this yet.
close = Close

## Finding

find-title = All points
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
screen-title = How big is your screen?
screen-lead = Hold a bank card flat against the screen. Move the slider until the drawn card is as wide as yours. Then touches work at the right distance.
screen-card = A bank card is 85.6 mm wide.
screen-slider = Width of the card
screen-done = It fits
screen-wider = Wider
screen-narrower = Narrower

## Pages

page-sources = Where this comes from
page-version = Version { $version }. Content of { $date }.
page-licences = Code: MIT or Apache 2.0. Texts: CC BY 4.0. Figures: CC0. Fonts: SIL Open Font License 1.1 (Atkinson Hyperlegible Next, Source Serif 4, LXGW WenKai, each changed and renamed).
