"""What a translator finds of the sentences about data sets. A test holds it against those in the code."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

DATA_SET_TEMPLATES = (
    QT_TRANSLATE_NOOP("Problem", "{file} must have the name of a class in each line."),
    QT_TRANSLATE_NOOP("Problem", "{file} is not written in UTF-8: save it so."),
    QT_TRANSLATE_NOOP("Problem", "The name of the class {label} cannot be read: give it another."),
    QT_TRANSLATE_NOOP("Problem", "Two classes are called {label}: give one of them another name."),
    QT_TRANSLATE_NOOP("Problem", "{file} has a line that is too long for an image."),
    QT_TRANSLATE_NOOP("Problem", "{file} has more than a million lines: choose a smaller data set."),
    QT_TRANSLATE_NOOP(
        "Problem",
        "Line {line} of {file} is not as long as the first (values: {found}, not {columns}).",
    ),
    QT_TRANSLATE_NOOP("Problem", "Line {line} of {file} has “{text}” where a number must stand."),
    QT_TRANSLATE_NOOP("Problem", "There are no images with labels in these tables."),
    QT_TRANSLATE_NOOP(
        "Problem",
        "{file} is no table of images: a line takes a label and the pixels of a square, such as 1 + 784 values, "
        "and here it has {columns}.",
    ),
    QT_TRANSLATE_NOOP("Problem", "{file} was left aside: it has no images with labels."),
    QT_TRANSLATE_NOOP("Problem", "There are more images than fit: {taken} of {count} were drawn at random."),
    QT_TRANSLATE_NOOP("Problem", "{file} holds neither images nor labels."),
    QT_TRANSLATE_NOOP("Problem", "There are no pictures here: PNG, JPEG or BMP, a folder for each class."),
    QT_TRANSLATE_NOOP("Problem", "There are more than {most} folders here: choose a smaller data set."),
    QT_TRANSLATE_NOOP("Problem", "Files that are no PNG, JPEG or BMP were left aside: {count}."),
    QT_TRANSLATE_NOOP("Problem", "Pictures cannot be read here ({reason})."),
    QT_TRANSLATE_NOOP("Problem", "The pictures have several sizes: each was fitted into {side} × {side}."),
    QT_TRANSLATE_NOOP("Problem", "What was transparent became white."),
    QT_TRANSLATE_NOOP("Problem", "There are more than {most} files here: choose a smaller data set."),
    QT_TRANSLATE_NOOP(
        "Problem",
        "{file} has the value {value} where a shade of grey stands: only 0 to 255 can be one.",
    ),
    QT_TRANSLATE_NOOP("Problem", "Colours were made grey."),
    QT_TRANSLATE_NOOP(
        "Problem",
        "The images of {height} × {width} pixels were made smaller: {small_height} × {small_width}.",
    ),
    QT_TRANSLATE_NOOP(
        "Problem",
        "{file} holds images of {height} × {width} pixels, but it takes 8 × 8 or more to see anything.",
    ),
    QT_TRANSLATE_NOOP(
        "Problem",
        "{file} says that it holds {count} images of {height} × {width} pixels: that is nothing to train on here.",
    ),
    QT_TRANSLATE_NOOP("Problem", "The values from 0 to {highest} became shades from 0 to 255."),
    QT_TRANSLATE_NOOP(
        "Problem",
        "“{label}” is only among the images to measure with: there must be images of it to train with, too.",
    ),
    QT_TRANSLATE_NOOP("Problem", "{file} has the label {label}, but labels must be whole numbers from 0 on."),
    QT_TRANSLATE_NOOP("Problem", "All images here are of one class, but it takes two to tell them apart."),
    QT_TRANSLATE_NOOP("Problem", "There are {count} classes here, but no more than {most} can be drawn side by side."),
    QT_TRANSLATE_NOOP(
        "Problem",
        "The labels {first} to {last} became 0 to {count}; the names of the classes tell which is which.",
    ),
    QT_TRANSLATE_NOOP(
        "Problem",
        "The names of the classes were left aside: there are {count} names for {classes} classes.",
    ),
    QT_TRANSLATE_NOOP(
        "Problem",
        "The images were dark on light: light and dark were exchanged, as 0 is the background.",
    ),
    QT_TRANSLATE_NOOP(
        "Problem",
        "The digits lay on their side, compared with MNIST's: rows and columns were exchanged.",
    ),
    QT_TRANSLATE_NOOP(
        "Problem",
        "By its name this is EMNIST, and its ink is wider than tall: rows and columns were exchanged. Look "
        "whether the images are upright now.",
    ),
    QT_TRANSLATE_NOOP("Problem", "{file} holds more arrays than a data set has: open one with fewer."),
    QT_TRANSLATE_NOOP("Problem", "{file} is stored column by column: save np.ascontiguousarray(…) of it."),
    QT_TRANSLATE_NOOP("Problem", "{file} is pickled, which could be a program: save it as an array of numbers."),
    QT_TRANSLATE_NOOP(
        "Problem",
        "{file} is a single picture: open the folder with a sub-folder of pictures for each class.",
    ),
    QT_TRANSLATE_NOOP("Problem", "{file} is a single array: save images and labels together, as .npz."),
    QT_TRANSLATE_NOOP("Problem", "{file} is empty: copy it again."),
    QT_TRANSLATE_NOOP("Problem", "The pictures in {file} must lie in sub-folders, one for each class."),
    QT_TRANSLATE_NOOP("Problem", "There is more than one data set here: open one of its files instead."),
    QT_TRANSLATE_NOOP("Problem", "There are images here but no labels, or labels but no images: add what is missing."),
    QT_TRANSLATE_NOOP("Problem", "{file} is too large a picture: make it smaller, such as 28 × 28 pixels."),
    QT_TRANSLATE_NOOP("Problem", "{file} is larger than 2 GB: choose a smaller data set."),
    QT_TRANSLATE_NOOP(
        "Problem",
        "{file} is no data set that is known here: open IDX, .npz or CSV files, or a folder with a sub-folder of "
        "pictures for each class.",
    ),
    QT_TRANSLATE_NOOP("Problem", "{file} holds more than it says at its beginning: copy it again."),
    QT_TRANSLATE_NOOP("Problem", "{file} is still being written: open it when it is whole."),
    QT_TRANSLATE_NOOP(
        "Problem",
        "There are no images to test with: {count} of the training images were drawn for it, always the same.",
    ),
    QT_TRANSLATE_NOOP("Problem", "There are only {images} images to train with, but it takes {least} or more."),
    QT_TRANSLATE_NOOP(
        "Problem",
        "There are no images for validation: {count} of the training images were drawn for it, always the same.",
    ),
    QT_TRANSLATE_NOOP("Problem", "This is MNIST, which comes with the program."),
    QT_TRANSLATE_NOOP("Problem", "The images stood there class by class: they were shuffled, always the same way."),
)
