package tsunagu.line.menu;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;

/** The drawings on the tiles: white on a coloured disc of 100 by 100, so simple that they are known at a glance. */
final class MenuIcons {
    private MenuIcons() {}

    static void paint(Tile.Icon icon, Graphics2D graphics, Color ground) {
        switch (icon) {
            case HOUSE -> house(graphics, ground);
            case CALENDAR -> calendar(graphics, ground);
            case HANDS -> hands(graphics);
            case PHONE -> phone(graphics);
            case PEOPLE -> people(graphics, ground);
            case QUESTION -> question(graphics);
        }
    }

    private static void house(Graphics2D graphics, Color ground) {
        var roof = new Path2D.Double();
        roof.moveTo(22, 51);
        roof.lineTo(50, 25);
        roof.lineTo(78, 51);
        graphics.draw(roof);
        var walls = new Path2D.Double();
        walls.moveTo(31, 49);
        walls.lineTo(50, 31.5);
        walls.lineTo(69, 49);
        walls.lineTo(69, 74);
        walls.lineTo(31, 74);
        walls.closePath();
        graphics.fill(walls);
        graphics.setColor(ground);
        graphics.fill(new RoundRectangle2D.Double(43.5, 55, 13, 20, 3, 3));
    }

    private static void calendar(Graphics2D graphics, Color ground) {
        graphics.fill(new RoundRectangle2D.Double(25, 29, 50, 46, 9, 9));
        graphics.draw(new Line2D.Double(38, 23, 38, 32));
        graphics.draw(new Line2D.Double(62, 23, 62, 32));
        graphics.setColor(ground);
        graphics.fill(new RoundRectangle2D.Double(30, 42, 40, 28, 3, 3));
        graphics.setColor(Color.WHITE);
        for (int row = 0; row < 2; row++) {
            for (int column = 0; column < 3; column++) {
                graphics.fill(new RoundRectangle2D.Double(34.5 + column * 11.5, 46.5 + row * 11, 8, 8, 2, 2));
            }
        }
    }

    /** A hand raised: "I, too". */
    private static void hands(Graphics2D graphics) {
        graphics.fill(new Ellipse2D.Double(33, 30, 20, 20));
        var body = new Path2D.Double();
        body.moveTo(23, 77);
        body.curveTo(23, 62, 31, 54, 43, 54);
        body.curveTo(55, 54, 62, 61, 63, 77);
        body.closePath();
        graphics.fill(body);
        graphics.setStroke(new BasicStroke(9, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        var arm = new Path2D.Double();
        arm.moveTo(55, 66);
        arm.curveTo(66, 60, 70, 50, 70.5, 32);
        graphics.draw(arm);
    }

    private static void phone(Graphics2D graphics) {
        var receiver = new Path2D.Double();
        receiver.moveTo(30, 28);
        receiver.curveTo(25, 32, 24, 40, 30, 51);
        receiver.curveTo(37, 63, 47, 72, 58, 76);
        receiver.curveTo(66, 79, 72, 77, 75, 71);
        receiver.curveTo(76, 69, 75, 67, 73, 65.5);
        receiver.lineTo(64, 59);
        receiver.curveTo(62, 57.5, 60, 57.8, 58.5, 59.3);
        receiver.lineTo(55, 62.5);
        receiver.curveTo(49, 59, 44, 54, 41, 48);
        receiver.lineTo(44.5, 44.5);
        receiver.curveTo(46, 43, 46, 41, 45, 39);
        receiver.lineTo(39.5, 29.5);
        receiver.curveTo(38, 26.8, 35, 25, 30, 28);
        receiver.closePath();
        graphics.fill(receiver);
        graphics.setStroke(new BasicStroke(4.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(new Arc2D.Double(43, 32, 24, 24, -5, 85, Arc2D.OPEN));
        graphics.draw(new Arc2D.Double(34, 23, 42, 42, -2, 79, Arc2D.OPEN));
    }

    private static void people(Graphics2D graphics, Color ground) {
        person(graphics, 29, 41, 7.5, 13);
        person(graphics, 71, 41, 7.5, 13);
        graphics.setColor(ground);
        graphics.fill(new Ellipse2D.Double(36.5, 24.5, 27, 27));
        shoulders(graphics, 50, 52, 23);
        graphics.setColor(Color.WHITE);
        person(graphics, 50, 38, 10.5, 19);
    }

    private static void person(Graphics2D graphics, double x, double y, double head, double width) {
        graphics.fill(new Ellipse2D.Double(x - head, y - head, 2 * head, 2 * head));
        shoulders(graphics, x, y + head + 4, width);
    }

    private static void shoulders(Graphics2D graphics, double x, double top, double width) {
        var body = new Path2D.Double();
        body.moveTo(x - width, 75);
        body.curveTo(x - width, top + 6, x - width / 2, top, x, top);
        body.curveTo(x + width / 2, top, x + width, top + 6, x + width, 75);
        body.closePath();
        graphics.fill(body);
    }

    private static void question(Graphics2D graphics) {
        graphics.setStroke(new BasicStroke(9, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        var mark = new Path2D.Double();
        mark.moveTo(36, 40);
        mark.curveTo(36, 20, 65, 20, 65, 39);
        mark.curveTo(65, 50, 50, 50, 50, 62);
        graphics.draw(mark);
        graphics.fill(new Ellipse2D.Double(44, 70.5, 12, 12));
    }
}
