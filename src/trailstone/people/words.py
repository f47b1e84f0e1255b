"""Plain words for learners' passwords: short, concrete, easy to spell, kind."""

from typing import Final

TEXT: Final = """
acorn actor alarm album almond alpine amber anchor angle ankle antler apple apricot april apron arch arena arrow
artist aspen atlas attic august aunt autumn avocado axle badge badger bagel baker balcony ball balloon bamboo banana
band banjo bank banner barley barn barrel basil basin basket bay beach beacon bead beaker beam bean beaver beech
beetle bell belt bench berry bicycle birch bird biscuit bison blanket blossom blue board boat bonnet book boot border
bottle boulder bowl box bracket branch brass bread breeze brick bridge broccoli bronze brook broom brother brush
bubble bucket buckle bugle builder bumper bundle bus butter button cabin cabinet cable cactus cake camel camera camp
canal candle canoe canyon cape captain car caravan carbon card cargo carpet carrot cart cashew castle cat cedar celery
cello cement chair chalk channel chapter cheese chef cherry chess chestnut chimney chorus cider cinema circle circus
city clarinet clay cliff clinic cloak clock cloud clover coach coast coat cobalt cocoa coconut coffee coin collar
comet compass copper coral corn corner cotton couch cousin cove cradle crane crater crayon creek cress cricket crown
crumb crystal cube cup curtain curve cushion cycle cymbal dairy daisy dance dancer date dawn deck deer delta denim
desert desk diagram dial diamond dice diner dinner dolphin dome donkey door dragon drawer dream dress drum duck dune
dust eagle easel east echo egg elbow elm ember emerald engine estate evening falcon family farm farmer feather fence
fern ferry fiddle field fig finch finger fir fire fish flag flame flask fleece flint flour flower flute foal foam fog
folder forest fork fossil fountain fox frame freckle friend frog frost fruit galaxy gallery garage garden garlic
garnet gate gecko gem geyser giant ginger giraffe glacier glass glider globe glove glue goat gold goose grain granite
grape graph grass gravel grove guest guitar gull hammer hammock hamster handle harbour hare harp harvest hat hawk hay
hazel heart hedge helmet hen herb heron hill hinge hive hobby holiday holly honey hoop horn horse hotel house igloo
ink inlet iris iron island ivory ivy jacket jade jaguar jam jar jasmine jelly jewel jigsaw juice july jumper june
jungle kayak kernel kettle key king kitchen kite kitten kiwi koala ladder lagoon lake lamb lamp lantern lark laurel
lava lavender leaf leather lemon lentil leopard letter lettuce library lilac lily lime linen lion lizard lobby locket
loft lotus lunch lynx machine magnet magpie mango mantle map maple marble march market maroon marsh mask meadow medal
melody melon menu metal meteor mill mint mirror mitten monday moon morning mosaic moss moth motor mountain mouse
muffin mug museum music mustard napkin nectar needle nest nickel north notebook nutmeg oak oasis oat ocean octopus
office olive onion opal orange orbit orchard orchid organ otter oven owl oyster paddle page paint palace palm panda
panel paper parade parcel park parrot parsley pasta path pattern peach peacock peanut pear pearl pebble pelican pencil
penguin pepper petal phone piano picnic picture pigeon pillow pilot pine pirate planet plank plate plaza plum pocket
poem poet pond pony poplar poppy porch postcard potato prairie prism pumpkin puppet puppy purple puzzle pyramid quarry
quartz queen quilt quiver rabbit radio radish raft rain rainbow raisin ramp ranch raven recipe reef ribbon rice ridge
ring river road robin robot rocket roof room rope rose rowan ruby ruler runner saddle saffron sail salad salmon sand
sandal sapphire satchel saturn scarf school scooter seal season seed shadow shark sheep shelf shell shepherd shield
ship shore shovel signal silk silver singer sister sketch sky sled slipper snail snow soap sock sofa soup south spark
sparrow spice spider spinach spiral spoon spring spruce square squash stable stage stair stamp star station statue
steam steel stone stool storm stove straw stream street string studio sugar summer summit sun sunday sunset swan
sweater table tailor tangerine teacup temple tennis tent thimble thistle thread throne thunder ticket tide tiger
timber toast tomato topaz torch tortoise tower town toy track tractor trail train tray treasure tree triangle trumpet
trunk tulip tundra tunnel turkey turnip turtle twig uncle valley vanilla vase velvet village vine violet violin voyage
waffle wagon walnut walrus water wave west whale wheat wheel whistle willow wind window winter wizard wolf wood wool
world yacht yard yarn yellow yoghurt zebra zipper
"""
WORDS: Final = tuple(TEXT.split())
