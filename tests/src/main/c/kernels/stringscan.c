/* Looks through a text: words, numbers, occurrences of a word. */
#include <stdbool.h>
#include <string.h>
#include "kernel.h"

enum { LENGTH = 300000, WANTED_LENGTH = 6 };

static const char wanted[] = "needle";
static char text[LENGTH + WANTED_LENGTH];
static int length;

void setup(const uint8_t *file, size_t size)
{
    (void)file, (void)size;
    uint64_t state = 19;
    while (length < LENGTH) {
        int random = next_number(&state);
        if (random % 50 == 0) {
            memcpy(text + length, wanted, WANTED_LENGTH);
            length += WANTED_LENGTH;
        } else if (random % 7 == 0) {
            text[length++] = (char)('0' + random % 10);
        } else if (random % 5 == 0) {
            text[length++] = ' ';
        } else {
            text[length++] = (char)('a' + random % 26);
        }
    }
}

static bool matches(int at)
{
    for (int j = 0; j < WANTED_LENGTH; j++)
        if (text[at + j] != wanted[j])
            return false;
    return true;
}

static int occurrences(void)
{
    int count = 0;
    for (int i = 0; i + WANTED_LENGTH <= length; i++)
        if (matches(i))
            count++;
    return count;
}

static uint64_t numbers(void)
{
    uint64_t sum = 0, number = 0;
    bool inside = false;
    for (int i = 0; i < length; i++) {
        char c = text[i];
        if (c >= '0' && c <= '9') {
            number = number * 10 + (uint64_t)(c - '0');
            inside = true;
        } else if (inside) {
            sum = sum * 31 + number;
            number = 0;
            inside = false;
        }
    }
    return sum;
}

static int words(void)
{
    int count = 0;
    bool inside = false;
    for (int i = 0; i < length; i++) {
        bool letter = text[i] != ' ';
        if (letter && !inside)
            count++;
        inside = letter;
    }
    return count;
}

int64_t run(void)
{
    return (int64_t)(numbers() * 31 + (uint64_t)occurrences() * 1000 + (uint64_t)words());
}
